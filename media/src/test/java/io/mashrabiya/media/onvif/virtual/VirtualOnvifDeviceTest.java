package io.mashrabiya.media.onvif.virtual;

import static io.mashrabiya.media.onvif.xml.Namespace.DEVICE;
import static io.mashrabiya.media.onvif.xml.Namespace.SECURITY;
import static io.mashrabiya.media.onvif.xml.Namespace.SECURITY_UTILITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.soap.Envelope;
import io.mashrabiya.media.onvif.soap.UsernameToken;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What strangers may send to the virtual device.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VirtualOnvifDeviceTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final byte[] QUESTION =
      new Envelope(List.of(), XmlElement.of(DEVICE, "GetDeviceInformation")).write();

  private VirtualOnvifDevice device;
  private HttpClient http;

  @BeforeEach
  void open() throws Exception {
    var profile = VirtualProfile.h264("main", 640, 360, "rtsp://127.0.0.1/a");
    var options =
        VirtualOnvifOptions.of("Door", List.of(profile))
            .onlyFor(new Credentials("mona", "hunter2"));
    device = VirtualOnvifDevice.open(options, InstantSource.fixed(NOW));
    http = HttpClient.newHttpClient();
  }

  @AfterEach
  void close() {
    http.shutdownNow();
    device.close();
  }

  private HttpResponse<String> post(byte[] body) throws Exception {
    URI uri = device.address().reached();
    var request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofByteArray(body)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static byte[] signed(String operation) {
    XmlElement token =
        XmlElement.of(
            SECURITY,
            "UsernameToken",
            XmlElement.text(SECURITY, "Username", "mona"),
            XmlElement.text(
                SECURITY,
                "Password",
                UsernameToken.digest(new byte[] {0, 0, 0}, NOW.toString(), "hunter2")),
            XmlElement.text(SECURITY, "Nonce", "AAAA"),
            XmlElement.text(SECURITY_UTILITY, "Created", NOW.toString()));
    return new Envelope(
            List.of(XmlElement.of(SECURITY, "Security", token)), XmlElement.of(DEVICE, operation))
        .write();
  }

  @Test
  void call_replayed_isRefused() throws Exception {
    byte[] question = signed("GetDeviceInformation");
    assertThat(post(question).statusCode()).isEqualTo(200);
    HttpResponse<String> again = post(question);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("ter:NotAuthorized").doesNotContain("Virtual camera");
  }

  @Test
  void call_asNobody_isRefusedButForTheTime() throws Exception {
    assertThat(post(QUESTION).body()).contains("ter:NotAuthorized");
    byte[] time = new Envelope(List.of(), XmlElement.of(DEVICE, "GetSystemDateAndTime")).write();
    assertThat(post(time).body()).contains("<tt:Year>2026</tt:Year>");
  }

  @Test
  void call_ofAnOperationThatIsNotThere_isNotSupported() throws Exception {
    assertThat(post(signed("SystemReboot")).body()).contains("ter:ActionNotSupported");
  }

  @Test
  void call_thatIsNoSoap_isABadRequest() throws Exception {
    assertThat(post("hello".getBytes()).statusCode()).isEqualTo(400);
    assertThat(post(new byte[2 << 20]).statusCode()).isEqualTo(400);
    var get = HttpRequest.newBuilder(device.address().reached()).GET().build();
    assertThat(http.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
  }
}
