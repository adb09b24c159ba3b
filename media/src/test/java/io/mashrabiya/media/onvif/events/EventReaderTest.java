package io.mashrabiya.media.onvif.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.onvif.events.OnvifEvent.Bell;
import io.mashrabiya.media.onvif.events.OnvifEvent.Change;
import io.mashrabiya.media.onvif.events.OnvifEvent.Motion;
import io.mashrabiya.media.onvif.events.OnvifEvent.Other;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import io.mashrabiya.media.onvif.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
  private static XmlElement xml(String text) {
    return ((XmlReader.Reading.Understood) XmlReader.read(text.getBytes(StandardCharsets.UTF_8)))
        .root();
  }

  private static String message(String topic, String operation, String data) {
    return "<NotificationMessage><Topic Dialect='x'>"
        + topic
        + "</Topic><Message><Message UtcTime='2026-11-26T12:00:00Z' PropertyOperation='"
        + operation
        + "'><Source><SimpleItem Name='Rule' Value='true'/></Source><Data>"
        + data
        + "</Data></Message></Message></NotificationMessage>";
  }

  private static String bell(String operation, String source, boolean pressed) {
    return message(
            "tns1:Device/Trigger/DigitalInput", operation, item("LogicalState", pressed + ""))
        .replace("Value='true'/></Source>", "Value='" + source + "'/></Source>");
  }

  private static long rings(String... messages) {
    return read(String.join("", messages)).stream().filter(Bell.class::isInstance).count();
  }

  private static String item(String name, String value) {
    return "<SimpleItem Name='" + name + "' Value='" + value + "'/>";
  }

  private static List<OnvifEvent> read(String messages) {
    return new EventReader().read(xml("<r>" + messages + "</r>"));
  }

  @ParameterizedTest
  @CsvSource({
    "tns1:RuleEngine/CellMotionDetector/Motion, IsMotion",
    "tns1:VideoSource/MotionAlarm, State",
    "tns1:VideoSource/tnsvendor:MotionAlarm, State",
    "tns1:RuleEngine/MotionRegionDetector/Motion, State",
    "tns1:RuleEngine/FieldDetector/ObjectsInside, IsInside",
    "tns1:RuleEngine/MyRuleDetector/PeopleDetect, State",
    "tns1:RuleEngine/TPSmartEventDetector/TPSmartEvent, IsPeople",
    "tns1:UserAlarm/IVA/HumanShapeDetect, LogicalState",
    "tnsvendor:Smart/Motion, active",
    "' \n tns1:RuleEngine/CellMotionDetector/Motion \n', IsMotion",
  })
  void read_motionAsCamerasTellIt_beginsAndEnds(String topic, String name) {
    String both =
        message(topic, "Changed", item(name, "true")) + message(topic, "Changed", item(name, "0"));
    assertThat(read(both)).containsExactly(new Motion(Change.BEGAN), new Motion(Change.ENDED));
  }

  @ParameterizedTest
  @CsvSource({
    "tns1:Device/Trigger/DigitalInput, LogicalState, true",
    "tns1:Device/Trigger/DigitalInput, LogicalState, active",
    "tns1:RuleEngine/MyRuleDetector/Visitor, State, 1",
    "tnsvendor:Front/DoorBell, Pressed, True",
  })
  void read_bellAsCamerasTellIt_ringsOnceForEachPress(String topic, String name, String value) {
    String pressed = message(topic, "Changed", item(name, value));
    String released = message(topic, "Changed", item(name, "false"));
    assertThat(read(pressed + released)).hasSize(2).first().isEqualTo(new Bell());
    assertThat(read(released)).doesNotContain(new Bell());
  }

  /// A property is told again without having changed, as some cameras do on each pull.
  @Test
  void read_bellToldAgainWhileItIsPressed_ringsOnce() {
    String let = bell("Initialized", "1", false);
    String pressed = bell("Changed", "1", true);
    assertThat(rings(let, pressed, pressed, pressed)).isOne();
    assertThat(rings(let, pressed, pressed, bell("Changed", "1", false), pressed)).isEqualTo(2);
  }

  /// Cameras that tell each press and never that it is over.
  @Test
  void read_bellThatIsNeverLetGo_ringsEachTime() {
    String pressed = bell("Changed", "1", true);
    assertThat(rings(pressed, pressed, pressed)).isEqualTo(3);
    assertThat(rings(bell("Initialized", "1", true), pressed, pressed)).isEqualTo(2);
  }

  @Test
  void read_twoBells_areToldApart() {
    String let = bell("Initialized", "1", false) + bell("Initialized", "2", false);
    String both = bell("Changed", "1", true) + bell("Changed", "2", true);
    assertThat(rings(let, both, both)).isEqualTo(2);
  }

  @Test
  void read_bellThatWasPressedAsOneSubscribed_ringsOnlyWhenPressedAgain() {
    String let = bell("Changed", "1", false);
    String stands = bell("Initialized", "1", true);
    String pressed = bell("Changed", "1", true);
    assertThat(rings(let, stands, pressed)).isZero();
    assertThat(rings(let, stands, pressed, let, pressed)).isOne();
  }

  @Test
  void read_bellThatIsRemoved_doesNotRing() {
    assertThat(rings(bell("Deleted", "1", true))).isZero();
    assertThat(rings(bell("Initialized", "1", false), bell("Deleted", "1", true))).isZero();
  }

  @Test
  void read_motionThatIsRemoved_isNone() {
    String topic = "tns1:VideoSource/MotionAlarm";
    assertThat(read(message(topic, "Deleted", item("State", "true"))))
        .containsExactly(new Other("VideoSource/MotionAlarm"));
  }

  /// A hostile camera can make a press count twice, and no more.
  @Test
  void read_moreBellsThanAreKept_ringOncePerPressAsFarAsIsKnown() {
    StringBuilder many = new StringBuilder();
    for (int source = 0; source < 65; source++) {
      many.append(bell("Initialized", Integer.toString(source), false));
    }
    String first = bell("Changed", "0", true);
    String last = bell("Changed", "64", true);
    assertThat(rings(many.toString(), first, first)).as("forgotten").isEqualTo(2);
    assertThat(rings(many.toString(), last, last)).isOne();
  }

  /// How things stand is told to who subscribes; nobody pressed just then.
  @Test
  void read_bellThatWasPressedBefore_doesNotRing() {
    String topic = "tns1:Device/Trigger/DigitalInput";
    assertThat(read(message(topic, "Initialized", item("LogicalState", "true"))))
        .containsExactly(new Other("Device/Trigger/DigitalInput"));
  }

  @Test
  void read_motionAsItStands_isTold() {
    String topic = "tns1:VideoSource/MotionAlarm";
    assertThat(read(message(topic, "Initialized", item("State", "true"))))
        .containsExactly(new Motion(Change.BEGAN));
  }

  @Test
  void read_severalItems_anyTrueCounts() {
    String topic = "tns1:RuleEngine/TPSmartEventDetector/TPSmartEvent";
    String items = item("IsVehicle", "false") + item("IsPet", "true") + item("Count", "3");
    assertThat(read(message(topic, "Changed", items))).containsExactly(new Motion(Change.BEGAN));
  }

  @Test
  void read_anythingElse_isOtherWithoutHarm() {
    String others =
        message("tns1:VideoSource/ImageTooDark/ImagingService", "Changed", item("State", "true"))
            + message("tns1:VideoSource/MotionAlarm", "Changed", item("Level", "17"))
            + "<NotificationMessage/>"
            + message("x".repeat(500) + "\t", "Changed", "");
    assertThat(read(others))
        .containsExactly(
            new Other("VideoSource/ImageTooDark/ImagingService"),
            new Other("VideoSource/MotionAlarm"),
            new Other(""),
            new Other("x".repeat(80)));
  }

  @Test
  void read_tooManyMessages_areBounded() {
    assertThat(read("<NotificationMessage/>".repeat(1000))).hasSize(256);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T12:00:00Z, 2026-11-26T12:01:00Z, PT1M",
    "1970-01-01T00:00:00Z, 1970-01-01T00:10:00Z, PT10M",
    "2026-11-26T12:00:00.5Z, 2026-11-26T12:01:00.500Z, PT1M",
    "2026-11-26T12:00:00+00:00, 2026-11-26T14:01:00+02:00, PT1M",
    "2026-11-26T12:00:00, 2026-11-26T12:01:00, PT1M",
    "2026-11-26T12:00:00Z, 2026-11-26T12:00:00Z, PT4S",
    "2026-11-26T12:00:00Z, 2020-11-26T12:00:00Z, PT4S",
    "2026-11-26T12:00:00Z, 2036-11-26T12:00:00Z, PT1H",
  })
  void lifetime_asCamerasNameIt_isWithinBounds(String now, String end, Duration expected) {
    XmlElement response =
        xml(
            "<r><CurrentTime>"
                + now
                + "</CurrentTime><TerminationTime>"
                + end
                + "</TerminationTime></r>");
    assertThat(Lifetime.read(response, Namespace.EVENTS)).contains(expected);
  }

  @Test
  void lifetime_ofNoTimes_isUnknown() {
    assertThat(Lifetime.read(xml("<r/>"), Namespace.EVENTS)).isEqualTo(Optional.empty());
    assertThat(
            Lifetime.read(
                xml(
                    "<r><CurrentTime>now</CurrentTime><TerminationTime>later</TerminationTime></r>"),
                Namespace.EVENTS))
        .isEmpty();
  }
}
