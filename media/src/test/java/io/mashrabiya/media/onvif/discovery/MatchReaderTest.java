package io.mashrabiya.media.onvif.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.onvif.xml.Namespace;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchReaderTest {
  private static final InetAddress FROM = InetAddress.ofLiteral("192.168.1.5");
  private static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
  private static final List<ProbeMessage> ASKED =
      List.of(new ProbeMessage(ID, Namespace.DEVICE, "Device"));

  private static String answer(String relates, String match) {
    return "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'"
        + " xmlns:a='http://schemas.xmlsoap.org/ws/2004/08/addressing'"
        + " xmlns:d='http://schemas.xmlsoap.org/ws/2005/04/discovery'><s:Header><a:RelatesTo>"
        + relates
        + "</a:RelatesTo></s:Header><s:Body><d:ProbeMatches>"
        + match
        + "</d:ProbeMatches></s:Body></s:Envelope>";
  }

  private static String match(String endpoint, String scopes, String addresses) {
    return "<d:ProbeMatch><a:EndpointReference><a:Address>"
        + endpoint
        + "</a:Address></a:EndpointReference><d:Scopes>"
        + scopes
        + "</d:Scopes><d:XAddrs>"
        + addresses
        + "</d:XAddrs></d:ProbeMatch>";
  }

  private static List<DiscoveredCamera> read(String text) {
    return MatchReader.read(text.getBytes(StandardCharsets.UTF_8), FROM, ASKED);
  }

  @ParameterizedTest
  @CsvSource({
    "http://192.168.1.5/onvif/device_service, http://192.168.1.5/onvif/device_service",
    "http://192.168.1.5:8899/onvif/device_service, http://192.168.1.5:8899/onvif/device_service",
    "http://10.0.0.1:2020/dev, http://192.168.1.5:2020/dev",
    "http://0.0.0.0:80/dev, http://192.168.1.5:80/dev",
    "https://192.168.1.5/dev http://192.168.1.5/dev, http://192.168.1.5/dev",
    "https://192.168.1.5/dev, https://192.168.1.5/dev",
    "http://[fe80::1]/dev http://192.168.1.5/dev, http://192.168.1.5/dev",
    "http://192.168.1.5, http://192.168.1.5/onvif/device_service",
    "'', http://192.168.1.5:80/onvif/device_service",
    "nonsense ://, http://192.168.1.5:80/onvif/device_service",
    "http://192.168.1.5:99999/dev, http://192.168.1.5/dev",
  })
  void read_addressesAsCamerasNameThem_areOnTheHostThatAnswered(String named, String expected) {
    assertThat(read(answer("urn:uuid:" + ID, match("urn:uuid:1", "", named))))
        .singleElement()
        .satisfies(
            camera -> assertThat(camera.address().reached()).isEqualTo(URI.create(expected)));
  }

  @Test
  void read_scopes_areDecodedAndMadeFit() {
    String scopes =
        "onvif://www.onvif.org/type/video_encoder onvif://www.onvif.org/name/Front%20door\n"
            + "ONVIF://www.onvif.org/hardware/IPC%1b-1 onvif://www.onvif.org/location/country/china"
            + " onvif://www.onvif.org/location/100% true  urn:x y";
    assertThat(read(answer("uuid:" + ID, match("urn:uuid:1", scopes, ""))))
        .singleElement()
        .satisfies(camera -> {
          assertThat(camera.name()).isEqualTo("Front door");
          assertThat(camera.hardware()).isEqualTo("IPC?-1");
          assertThat(camera.location()).isEqualTo("country/china, 100% true");
        });
  }

  @Test
  void read_answerToSomebodyElse_isSkipped() {
    assertThat(read(answer("urn:uuid:" + UUID.randomUUID(), match("urn:uuid:1", "", ""))))
        .isEmpty();
  }

  @Test
  void read_answerThatRelatesToNothing_isTaken() {
    assertThat(read(answer("", match("urn:uuid:1", "", "")))).hasSize(1);
  }

  @Test
  void read_matchWithoutTheElementAroundIt_isTaken() {
    String bare = answer("", match("urn:uuid:1", "", "")).replaceAll("</?d:ProbeMatches>", "");
    assertThat(read(bare)).hasSize(1);
  }

  @Test
  void read_noEndpoint_isKnownByItsAddress() {
    String match = "<d:ProbeMatch><d:XAddrs>http://192.168.1.5/dev</d:XAddrs></d:ProbeMatch>";
    assertThat(read(answer("", match)))
        .singleElement()
        .satisfies(camera -> assertThat(camera.endpoint()).isEqualTo("http://192.168.1.5/dev"));
  }

  @Test
  void read_manyMatches_areBounded() {
    assertThat(read(answer("", match("urn:uuid:1", "", "").repeat(1000)))).hasSize(16);
  }

  @Test
  void read_whatIsNoAnswer_isSkipped() {
    assertThat(read("")).isEmpty();
    assertThat(read("<Probe/>")).isEmpty();
    assertThat(
            MatchReader.read(new ProbeMessage(ID, Namespace.DEVICE, "Device").write(), FROM, ASKED))
        .isEmpty();
  }

  @Test
  void matches_oneEndpointTwice_countsOnce() {
    Matches matches = new Matches(2);
    List<DiscoveredCamera> one = read(answer("", match("urn:uuid:1", "", "http://192.168.1.5/a")));
    matches.add(one);
    matches.add(read(answer("", match("urn:uuid:1", "", "http://192.168.1.5/b"))));
    assertThat(matches.cameras()).isEqualTo(one);
    matches.add(read(answer("", match("urn:uuid:2", "", "") + match("urn:uuid:3", "", ""))));
    assertThat(matches.cameras()).hasSize(2);
    assertThat(matches.isEnough()).isTrue();
  }
}
