package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mashrabiya.app.Exit;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `doctor` before prepared faults: each is found, and the remedy named.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoctorCommandTest {
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());
  private static final Credentials MONA = new Credentials("mona", "hunter2");
  private static final VirtualCameraOptions DOOR =
      VirtualCameraOptions.of(CameraView.of(Scene.DOOR, Light.DAY, "Door"));

  @TempDir private Path folder;
  private Path data;
  private Path config;

  @BeforeEach
  void name() throws IOException {
    data = folder.resolve("data");
    config = write("relay:\n  listen: 0\n");
  }

  private Path write(String yaml) throws IOException {
    Path file = folder.resolve("house.yaml");
    Files.writeString(file, yaml);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  /// With a port for ONVIF at which nothing is, so that nothing is searched for.
  private Diagnosed doctor(String... more) throws Exception {
    return doctor(1, more);
  }

  private Diagnosed doctor(int onvif, String... more) throws Exception {
    String where = Integer.toString(onvif);
    Diagnosed diagnosed =
        Diagnosed.by(
            Stream.concat(
                    Stream.of("--seconds", "1", "--onvif", where),
                    Stream.concat(
                        Stream.of("--data", data.toString(), "--config", config.toString()),
                        Stream.of(more)))
                .toArray(String[]::new));
    assertThat(diagnosed.said().all()).doesNotContain("hunter2", "guess1", "Exception");
    return diagnosed;
  }

  private void assertFault(Diagnosed told, String patient, String examination, String... words) {
    Diagnosed.Told fault = told.the("fault", patient, examination);
    assertThat(fault.found() + " " + fault.remedy()).contains(words);
    assertThat(fault.remedy()).isNotBlank();
    assertThat(told.said().code()).isEqualTo(Exit.FAILED.code());
  }

  private static VirtualCamera open(VirtualCameraOptions options) throws Exception {
    VirtualCamera camera = VirtualCamera.open(options, CLOCK);
    camera.firstPicture().get();
    return camera;
  }

  private static String as(VirtualCamera camera, String user) {
    return camera.address().url().replace("//", "//" + user + "@");
  }

  private HomeOptions household(Optional<Path> kit) {
    return new HomeOptions(data, new Origin("http://localhost:1"), "Us", List.of(), kit);
  }

  private void found(Optional<Path> kit) throws Exception {
    try (Home home = Home.open(household(kit))) {
      assertThat(home.household()).isNotNull();
    }
  }

  @Test
  void healthySetUp_endsWithZero_andFindsNoFaultAndNoAdvice() throws Exception {
    found(Optional.empty());
    try (VirtualCamera camera = open(DOOR.onlyFor(MONA).hearing(SoundCodec.AAC));
        VirtualOnvifDevice onvif =
            VirtualOnvifDevice.open(
                VirtualOnvifOptions.of(
                        "Door",
                        List.of(
                            VirtualProfile.h264("main", 1920, 1080, "rtsp://127.0.0.1/main"),
                            VirtualProfile.h264("sub", 640, 360, "rtsp://127.0.0.1/sub")))
                    .onlyFor(MONA),
                InstantSource.system())) {
      write(
          "cameras:\n  - name: Front door\n    url: %s\n    user: mona\n    password: hunter2\nrelay:\n  listen: 0\n  metrics: 0\n"
              .formatted(camera.address().url()));
      Diagnosed told =
          Diagnosed.by(
              "--seconds",
              "3",
              "--onvif",
              Integer.toString(onvif.address().reached().getPort()),
              "--data",
              data.toString(),
              "--config",
              config.toString());
      assertThat(told.said().code()).isEqualTo(Exit.DONE.code());
      assertThat(told.with("fault")).isEmpty();
      assertThat(told.with("advice")).isEmpty();
      assertThat(told.with("not-examined"))
          .extracting(Diagnosed.Told::patient)
          .containsExactly("browser");
      assertThat(told.the("ok", "camera", "codec").found()).contains("H.264", "avc1.");
      assertThat(told.the("ok", "camera", "pictures").found()).contains("640x360", " a second");
      assertThat(told.the("ok", "camera", "key-frames").name()).isEqualTo("Front door");
      assertThat(told.the("ok", "camera", "sound").found()).contains("AAC");
      assertThat(told.the("ok", "camera", "sub-stream").found()).contains("640x360");
      assertThat(told.said().all()).doesNotContain("hunter2");
    }
  }

  @Test
  void camera_wrongPassword_isSaid() throws Exception {
    try (VirtualCamera camera = open(DOOR.onlyFor(MONA))) {
      Diagnosed told = doctor(as(camera, "mona:guess1"));
      assertFault(told, "camera", "credentials", "refused", "Check both");
      assertThat(told.the("ok", "camera", "rtsp").found()).contains("speaks RTSP");
      told.the("not-examined", "camera", "stream");
    }
  }

  @Test
  void camera_withoutUser_isSaid() throws Exception {
    try (VirtualCamera camera = open(DOOR.onlyFor(MONA))) {
      assertFault(
          doctor(camera.address().url()), "camera", "credentials", "asks for", "rtsp://user@");
    }
  }

  @Test
  void camera_userWithoutPassword_isSaid() throws Exception {
    try (VirtualCamera camera = open(DOOR.onlyFor(MONA))) {
      assertFault(doctor(as(camera, "mona")), "camera", "credentials", "a password", "Give it as");
    }
  }

  @Test
  void camera_wrongPath_isSaid() throws Exception {
    try (VirtualCamera camera = open(DOOR)) {
      Diagnosed told = doctor(camera.address().url() + "/other");
      assertFault(told, "camera", "stream", "no stream at this path", "manual");
    }
  }

  @Test
  void camera_thatIsOff_isSaid() throws Exception {
    int port;
    try (var once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = once.getLocalPort();
    }
    Diagnosed told = doctor("Door=rtsp://mona:hunter2@127.0.0.1:" + port + "/a");
    assertFault(told, "camera", "port", "Nothing listens", "is on", "usually 554");
  }

  @Test
  void camera_unknownName_isSaid() throws Exception {
    Diagnosed told = doctor("rtsp://door.invalid/a");
    assertFault(told, "camera", "name", "knows no host door.invalid", "by its address");
  }

  @Test
  void camera_webServerAtItsPort_isSaid() throws Exception {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.start();
    try {
      Diagnosed told = doctor("rtsp://127.0.0.1:" + web.getAddress().getPort() + "/a");
      assertFault(told, "camera", "rtsp", "Check the port: RTSP is usually on 554");
    } finally {
      web.stop(0);
    }
  }

  @Test
  void camera_withoutH264_isSaid() throws Exception {
    String sdp = "v=0\nm=video 0 RTP/AVP 97\na=rtpmap:97 VP8/90000\na=control:trackID=1\n";
    try (var camera = new ScriptedRtsp(sdp, List.of())) {
      assertFault(
          doctor(camera.url()), "camera", "encoding", "VP8", "Set its video encoding to H.264");
    }
  }

  @Test
  void camera_ofH265_isAdvisedWithWhatTheHomeDoes() throws Exception {
    List<byte[]> keys = IntStream.range(0, 40).mapToObj(ScriptedRtsp::keyFrameOfH265).toList();
    try (var camera = new ScriptedRtsp(ScriptedRtsp.H265, keys)) {
      Diagnosed told = doctor(camera.url());
      Diagnosed.Told codec = told.the("advice", "camera", "codec");
      assertThat(codec.found()).contains("H.265 (hev1.", "sub stream", "640x360");
      assertThat(codec.remedy()).contains("Set its video encoding to H.264", "sub stream");
      assertThat(told.the("ok", "camera", "pictures").found()).contains("640x360");
    }
  }

  @Test
  void camera_withoutKeyFrame_isSaid() throws Exception {
    List<byte[]> dependent = IntStream.range(0, 40).mapToObj(ScriptedRtsp::dependentFrame).toList();
    try (var camera = new ScriptedRtsp(ScriptedRtsp.H264, dependent)) {
      Diagnosed told = doctor(camera.url());
      assertFault(told, "camera", "key-frames", "No key frame came in 1 s", "2 seconds");
      told.the("not-examined", "camera", "codec");
    }
  }

  @Test
  void camera_thatLosesPackets_isSaid() throws Exception {
    List<byte[]> gaps =
        IntStream.range(0, 200).filter(i -> i % 10 != 5).mapToObj(ScriptedRtsp::keyFrame).toList();
    try (var camera = new ScriptedRtsp(ScriptedRtsp.H264, gaps)) {
      Diagnosed told = doctor(camera.url());
      assertFault(told, "camera", "packets", "Of 200 packets", "20 were lost", "Use a cable");
      assertFault(told, "camera", "decoding", "cannot be made a still", "Restart the camera");
    }
  }

  @Test
  void camera_clockFarOff_isAdvised() throws Exception {
    var options =
        VirtualOnvifOptions.of(
            "Door", List.of(VirtualProfile.h264("main", 1920, 1080, "rtsp://127.0.0.1/main")));
    try (VirtualCamera camera = open(DOOR);
        VirtualOnvifDevice onvif =
            VirtualOnvifDevice.open(
                options.withItsClockAheadBy(Duration.ofDays(-99)), InstantSource.system())) {
      Diagnosed told = doctor(onvif.address().reached().getPort(), camera.address().url());
      Diagnosed.Told clock = told.the("advice", "camera", "clock");
      assertThat(clock.found()).isEqualTo("Its clock is 99 days behind.");
      assertThat(clock.remedy()).contains("NTP");
      Diagnosed.Told sub = told.the("advice", "camera", "sub-stream");
      assertThat(sub.found()).contains("1920x1080", "no sub stream");
      assertThat(sub.remedy()).contains("640x360");
      assertThat(told.said().code()).isEqualTo(Exit.DONE.code());
    }
  }

  private VirtualOnvifDevice device(VirtualCamera camera) throws IOException {
    var stream = VirtualProfile.h264("main", 640, 360, camera.address().url());
    return VirtualOnvifDevice.open(
        VirtualOnvifOptions.of("Door", List.of(stream)).onlyFor(MONA), InstantSource.system());
  }

  @Test
  void camera_namedByOnvif_isExaminedWhereItSaysThatItsStreamIs() throws Exception {
    try (VirtualCamera camera = open(DOOR.onlyFor(MONA));
        VirtualOnvifDevice onvif = device(camera)) {
      String at = onvif.address().reached().getAuthority();
      Diagnosed told = Diagnosed.by(line("Door=onvif://mona:hunter2@" + at));
      assertThat(told.with("fault")).isEmpty();
      assertThat(told.the("ok", "camera", "onvif").found()).contains("where its streams are");
      assertThat(told.the("ok", "camera", "codec").found()).contains("H.264");
      assertThat(told.the("ok", "camera", "clock").found()).isNotEmpty();
    }
  }

  @Test
  void camera_refusedByOnvif_isToldAndItsStreamNotAskedFor() throws Exception {
    try (VirtualCamera camera = open(DOOR.onlyFor(MONA));
        VirtualOnvifDevice onvif = device(camera)) {
      String at = onvif.address().reached().getAuthority();
      Diagnosed told = Diagnosed.by(line("Door=onvif://mona:guess@" + at));
      assertThat(told.the("fault", "camera", "onvif").found()).contains("refused");
      assertThat(told.said().all()).doesNotContain("guess").doesNotContain("\"codec\"");
      assertThat(told.said().code()).isEqualTo(Exit.FAILED.code());
    }
  }

  private String[] line(String camera) {
    return new String[] {
      "--seconds", "1", "--data", data.toString(), "--config", config.toString(), camera
    };
  }

  @Test
  void data_openToOthers_isSaid() throws Exception {
    found(Optional.empty());
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertFault(doctor(), "data", "modes", "rwxr-xr-x", "chmod 700 '" + data + "'");
    assertThat(Files.getPosixFilePermissions(data)).hasSize(7);
  }

  @Test
  void data_fileOpenToOthers_isSaid() throws Exception {
    found(Optional.empty());
    Path keys = data.resolve("keys.json");
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
    Diagnosed told = doctor();
    assertFault(told, "data", "modes", "keys.json (rw-r--r--)", "chmod go= '" + keys + "'");
    assertFault(told, "data", "household", "thers may read the keys", "chmod 600");
  }

  @Test
  void data_notWritable_isSaid() throws Exception {
    data = Path.of("/proc");
    assertFault(doctor(), "data", "writable", "cannot be written to", "--data");
  }

  @Test
  void data_thatIsAFile_isSaid() throws Exception {
    Files.writeString(data, "");
    assertFault(doctor(), "data", "writable", data + " is a file", "--data");
  }

  @Test
  void data_withOtherFiles_isSaid() throws Exception {
    Files.createDirectory(data);
    Files.writeString(data.resolve("letter.txt"), "mine");
    assertFault(doctor(), "data", "household", "other files", "--data");
  }

  @Test
  void data_damagedKeys_isSaidAndLeftAsItIs() throws Exception {
    found(Optional.empty());
    Path keys = data.resolve("keys.json");
    Files.writeString(keys, "{");
    assertFault(doctor(), "data", "household", keys + " is damaged", "home restore --kit");
    assertThat(keys).hasContent("{");
  }

  @Test
  void data_damagedState_isSaid() throws Exception {
    found(Optional.empty());
    Files.writeString(data.resolve("state.json"), "{");
    assertFault(doctor(), "data", "household", "state.json is damaged", "ut back a copy");
  }

  @Test
  void data_kitStillThere_isAdvised() throws Exception {
    Path kit = folder.resolve("kit.txt");
    found(Optional.of(kit));
    Diagnosed told = doctor();
    assertThat(told.the("advice", "data", "kit").found()).contains(kit.toString());
    assertThat(told.the("advice", "data", "kit").remedy()).contains("move it to a stick");
    assertThat(told.said().code()).isEqualTo(Exit.DONE.code());
  }

  @Test
  void data_ofARunningHome_isSaidToRun() throws Exception {
    try (Home home = Home.open(household(Optional.empty()))) {
      home.start();
      assertThat(doctor().the("ok", "data", "running").found())
          .contains("runs from it and answers");
    }
    assertThat(doctor().the("ok", "data", "running").found()).contains("No home runs");
  }

  /// In another process, so that its lock is seen as in life.
  @Test
  void data_ofARunningHomeWithoutASocket_isSaidToRun() throws Exception {
    data = folder.resolve("far".repeat(40)); // longer than a socket's path can be
    try (Running serve =
        Running.start(
            "serve",
            "rtsp://127.0.0.1:1/a",
            "--port",
            "0",
            "--no-open",
            "--data",
            data.toString())) {
      serve.await("#pair/");
      for (int look = 0; look < 2; look++) { // the first has not taken the lock away
        Diagnosed.Told told = doctor().the("advice", "data", "running");
        assertThat(told.found()).contains("A home runs from it", "cannot be asked", "too long");
        assertThat(told.remedy()).contains("--data", "household.data");
      }
    }
  }

  @Test
  void data_whoseLockCannotBeOpened_isNotSaidToBeFree() throws Exception {
    Path lock = Files.createDirectory(data).resolve("lock");
    Files.createSymbolicLink(lock, lock); // as for another user: root may open all else
    assertThat(doctor().the("not-examined", "data", "running").found())
        .contains("is not known", "as the user who runs");
  }

  @Test
  void data_notThereYet_isFineAndNotMade() throws Exception {
    assertThat(doctor().with("fault")).isEmpty();
    assertThat(data).doesNotExist();
  }

  @Test
  void configuration_broken_isSaidWithLineAndKey() throws Exception {
    write("cameras:\n  - name: Door\n    url: rtsp://mona:hunter2@192.0.2.1:99999/a\n");
    assertFault(doctor(), "configuration", "syntax", config + ":3: cameras[1].url: a port is");
  }

  @Test
  void configuration_unknownKey_isSaidWithTheNearest() throws Exception {
    write("relay:\n  listne: 8080\n");
    assertFault(doctor(), "configuration", "syntax", ":2: relay.listne", "did you mean `listen`?");
  }

  @Test
  void configuration_readableByOthersAndWithOneCameraTwice_isAdvised() throws Exception {
    int port;
    try (var once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = once.getLocalPort();
    }
    String url = "    url: rtsp://127.0.0.1:" + port + "/a\n";
    write("cameras:\n  - name: A\n" + url + "  - name: B\n" + url + "relay:\n  listen: 0\n");
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r--r--"));
    Diagnosed told = doctor();
    assertThat(told.the("advice", "configuration", "mode").remedy()).contains("chmod 600");
    assertThat(told.the("advice", "configuration", "duplicates").found()).contains("A and B");
  }

  @Test
  void port_takenByAnother_isSaid() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      write("relay:\n  listen: " + taken.getLocalPort() + "\n");
      assertFault(
          doctor(), "relay", "port", "Port " + taken.getLocalPort(), "relay.listen", "--port");
    }
  }

  @Test
  void port_takenByOurselves_isFine() throws Exception {
    try (Relay relay = Relay.start(RelayOptions.loopback().withMetricsPort(0))) {
      String address = relay.origin().text();
      write(
          "household:\n  relay: %s\nrelay:\n  listen: %s\n"
              .formatted(address, address.substring(address.lastIndexOf(':') + 1)));
      Diagnosed told = doctor();
      assertThat(told.the("ok", "relay", "port").found()).contains("a Mashrabiya that runs");
      assertThat(told.the("ok", "relay", "reached").found()).contains(address);
    }
  }

  @Test
  void relay_thatIsNotReached_isSaid() throws Exception {
    write("household:\n  relay: http://localhost:1\nrelay:\n  listen: 0\n");
    assertFault(doctor(), "relay", "reached", "http://localhost:1", "household.relay");
  }

  @Test
  void configuration_ofAHomeAlone_hasNoPortExamined() throws Exception {
    write("household:\n  relay: http://localhost:1\n");
    assertThat(doctor().findings())
        .filteredOn(told -> told.patient().equals("relay"))
        .extracting(Diagnosed.Told::examination)
        .containsExactly("reached");
  }

  @Test
  void origin_plainHttpBeyondThisMachine_isSaid() throws Exception {
    write("relay:\n  listen: 0\n  origin: http://cameras.example\n");
    assertFault(doctor(), "relay", "origin", "http://cameras.example", "TLS", "https://");
  }

  @Test
  void text_ofFaults_hasTheRemedyBeneathAndASummary() throws Exception {
    Files.writeString(data, "");
    Said said = Said.by("doctor", "--data", data.toString(), "--config", config.toString());
    assertThat(said.code()).isEqualTo(Exit.FAILED.code());
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains(
            "Data folder " + data,
            "  FAULT    " + data + " is a file, not a folder.",
            "           -> Name another folder by --data.",
            "Faults: ")
        .contains("Viewers need Chrome");
  }

  @Test
  void commandLine_notUnderstood_isSaid() {
    assertThat(Said.by("doctor", "--seconds", "0").code()).isEqualTo(Exit.USAGE.code());
    assertThat(Said.by("doctor", "rtsp://mona:hunter2@127.0.0.1:99999/a").all())
        .contains("a port is")
        .doesNotContain("hunter2");
  }
}
