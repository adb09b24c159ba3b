package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import io.mashrabiya.media.address.Credentials;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `doctor` at cameras that give JPEG pictures over HTTP.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoctorHttpTest {
  private static final Credentials MONA = new Credentials("mona", "hunter2");

  @TempDir private Path folder;
  private ScriptedHttp camera;

  @BeforeEach
  void open() throws Exception {
    camera = new ScriptedHttp(Optional.of(MONA));
  }

  @AfterEach
  void close() {
    camera.close();
  }

  private Diagnosed doctor(int seconds, String url) throws Exception {
    Path config = Files.writeString(folder.resolve("house.yaml"), "relay:\n  listen: 0\n");
    Diagnosed told =
        Diagnosed.by(
            "--seconds",
            Integer.toString(seconds),
            "--data",
            folder.resolve("data").toString(),
            "--config",
            config.toString(),
            "Bell=" + url);
    assertThat(told.said().all()).doesNotContain("hunter2", "guess1", "Exception");
    return told;
  }

  private Diagnosed doctor(String path) throws Exception {
    return doctor(1, camera.url("mona:hunter2@", path));
  }

  private static void assertFault(Diagnosed told, String examination, String... words) {
    Diagnosed.Told fault = told.the("fault", "camera", examination);
    assertThat(fault.found() + " " + fault.remedy()).contains(words);
    assertThat(fault.remedy()).isNotBlank();
    assertThat(told.said().code()).isEqualTo(Exit.FAILED.code());
  }

  private static List<String> examinations(Diagnosed told) {
    return told.findings().stream()
        .filter(each -> each.patient().equals("camera"))
        .map(Diagnosed.Told::examination)
        .toList();
  }

  @Test
  void stream_good_isExaminedToTheEnd_andAdvisedToBeH264() throws Exception {
    Diagnosed told = doctor(3, camera.url("mona:hunter2@", "/stream"));
    assertThat(told.with("fault")).isEmpty();
    assertThat(examinations(told))
        .containsExactly(
            "name",
            "port",
            "http",
            "credentials",
            "stream",
            "encoding",
            "endurance",
            "whole",
            "codec",
            "pictures",
            "decoding");
    assertThat(told.the("ok", "camera", "whole").found()).contains("came whole");
    assertThat(told.the("ok", "camera", "pictures").found()).contains("320x240", " a second");
    assertThat(told.the("ok", "camera", "decoding").found()).contains("was decoded");
    assertThat(told.the("ok", "camera", "decoding").name()).isEqualTo("Bell");
    Diagnosed.Told codec = told.the("advice", "camera", "codec");
    assertThat(codec.found()).contains("JPEG, which every viewer shows");
    assertThat(codec.remedy()).contains("rtsp://");
    assertThat(told.said().code()).isEqualTo(Exit.DONE.code());
  }

  @Test
  void snapshots_good_areTimed() throws Exception {
    Diagnosed told = doctor(3, camera.url("mona:hunter2@", "/snap#every=200ms"));
    assertThat(told.with("fault")).isEmpty();
    assertThat(told.the("ok", "camera", "snapshots").found())
        .contains("one picture for each question, in ", "it is asked every 0.2 s.");
    told.the("ok", "camera", "decoding");
  }

  @Test
  void snapshots_alwaysTheSame_areAdvisedAgainst() throws Exception {
    Diagnosed told = doctor(2, camera.url("mona:hunter2@", "/same#every=200ms"));
    assertThat(told.the("advice", "camera", "snapshots").found())
        .contains("answers", "were the picture before");
    assertThat(told.the("advice", "camera", "snapshots").remedy()).contains("#every=");
  }

  @Test
  void snapshots_cutShort_areAFault() throws Exception {
    Diagnosed told = doctor("/cut");
    assertFault(told, "whole", "None of the", "is a whole JPEG", "firmware");
    told.the("not-examined", "camera", "decoding");
    told.the("not-examined", "camera", "snapshots");
  }

  @Test
  void password_wrong_isSaid_andTriedOnce() throws Exception {
    Diagnosed told = doctor(1, camera.url("mona:guess1@", "/stream"));
    assertFault(told, "credentials", "refused the user name or password", "in a browser");
    assertThat(told.the("ok", "camera", "http").found()).contains("speaks HTTP");
    told.the("not-examined", "camera", "stream");
    assertThat(camera.shown()).hasSize(1);
  }

  @Test
  void password_missing_isSaid() throws Exception {
    assertFault(doctor(1, camera.url("", "/snap")), "credentials", "asks for", "http://user@");
    assertFault(
        doctor(1, camera.url("mona@", "/snap")), "credentials", "a password", "Give it as http://");
  }

  @Test
  void path_wrong_isSaid() throws Exception {
    assertFault(doctor("/other"), "stream", "no picture at this path", "manual");
  }

  @Test
  void path_ofAPage_isSaid() throws Exception {
    Diagnosed told = doctor("/page");
    assertFault(told, "encoding", "text/html that is no JPEG", "path of its MJPEG stream");
    assertThat(examinations(told)).endsWith("encoding");
  }

  @Test
  void camera_thatIsOff_isSaid() throws Exception {
    int port;
    try (var once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = once.getLocalPort();
    }
    Diagnosed told = doctor(1, "http://mona:hunter2@127.0.0.1:" + port + "/snap");
    assertFault(told, "port", "Nothing listens", "web server is switched on", "usually 80");
    assertThat(examinations(told)).endsWith("port");
  }

  @Test
  void camera_thatSpeaksRtspThere_isSaid() throws Exception {
    try (var rtsp = new ScriptedRtsp(ScriptedRtsp.H264, List.of())) {
      Diagnosed told = doctor(1, rtsp.url().replace("rtsp://", "http://"));
      assertFault(told, "http", "does not send proper pictures over HTTP", "Check the port");
    }
  }
}
