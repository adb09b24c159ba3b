package io.mashrabiya.media.onvif.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import io.mashrabiya.media.onvif.xml.XmlReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Responses of the device service, as cameras write them.
class ServicesTest {
  private static final ServiceAddress REACHED = ServiceAddress.ofDevice("192.168.1.5", 80);

  private static XmlElement xml(String text) {
    return ((XmlReader.Reading.Understood) XmlReader.read(text.getBytes(StandardCharsets.UTF_8)))
        .root();
  }

  private static String service(String namespace, String address) {
    return "<Service><Namespace>"
        + namespace
        + "</Namespace><XAddr>"
        + address
        + "</XAddr></Service>";
  }

  @Test
  void read_knownAndUnknownServices_keepsTheFirstOfEachKnown() {
    String all =
        service("http://www.onvif.org/ver10/Media/wsdl/", "/media")
            + service("http://www.onvif.org/ver10/media/wsdl", "/second")
            + service("http://www.onvif.org/ver20/media/wsdl", "")
            + service("http://www.axis.com/vapix/ws/entry", "/axis")
            + "<Service/>";
    assertThat(Services.read(xml("<r>" + all + "</r>"), REACHED).addresses())
        .containsExactly(Map.entry(Namespace.MEDIA, URI.create("http://192.168.1.5:80/media")));
  }

  @Test
  void readCapabilities_ofAnOldCamera_findsItsServices() {
    String text =
        "<r><Capabilities><Media><XAddr>/media</XAddr></Media><Events><XAddr>/events</XAddr></Events>"
            + "<Imaging><XAddr>/imaging</XAddr></Imaging></Capabilities></r>";
    assertThat(Services.readCapabilities(xml(text), REACHED).addresses())
        .containsOnlyKeys(Namespace.MEDIA, Namespace.EVENTS);
  }

  private static String time(String kind, String date, String time) {
    String[] day = date.split("-");
    String[] hour = time.split(":");
    return "<r><SystemDateAndTime><%s><Time><Hour>%s</Hour><Minute>%s</Minute><Second>%s</Second></Time>"
            .formatted(kind, hour[0], hour[1], hour[2])
        + "<Date><Year>%s</Year><Month>%s</Month><Day>%s</Day></Date></%s></SystemDateAndTime></r>"
            .formatted(day[0], day[1], day[2], kind);
  }

  @ParameterizedTest
  @CsvSource({
    "UTCDateTime, 2026-11-26, 7:08:09, 2026-11-26T07:08:09Z",
    "UTCDateTime, 1970-1-1, 00:00:00, 1970-01-01T00:00:00Z",
    "UTCDateTime, 2036-2-29, 23:59:60, 2036-02-29T23:59:00Z",
    "LocalDateTime, 2026-11-26, 7:08:09, 2026-11-26T07:08:09Z",
  })
  void clock_aTimeThatExists_isRead(String kind, String date, String time, Instant expected) {
    assertThat(CameraClock.read(xml(time(kind, date, time)))).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13-1", "2026-2-30", "0-0-0", "-1-1-1", "x-1-1", "99999-1-1"})
  void clock_aDateThatDoesNot_isEmpty(String date) {
    assertThat(CameraClock.read(xml(time("UTCDateTime", date + "-", "1:1:1")))).isEmpty();
    assertThat(CameraClock.read(xml("<r/>"))).isEmpty();
  }

  @Test
  void information_hostileTexts_areFitForAScreen() {
    String text = "<r><Manufacturer>A\tB</Manufacturer><Model>" + "x".repeat(500) + "</Model></r>";
    DeviceInformation information = DeviceInformation.read(xml(text));
    assertThat(information.manufacturer()).isEqualTo("A?B");
    assertThat(information.model()).hasSize(80);
    assertThat(information.firmware()).isEmpty();
  }
}
