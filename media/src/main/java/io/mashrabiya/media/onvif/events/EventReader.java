package io.mashrabiya.media.onvif.events;

import static io.mashrabiya.media.onvif.xml.Namespace.NOTIFICATION;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.soap.Shown;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What notification messages mean (ONVIF Core Specification, section 9.4; topics of the Imaging,
/// Analytics and Device IO specifications, and of vendors).
///
/// Leniencies: any prefixes in topics; vendors' topics, named below; truth as `true`, `1`, `on` or
/// `active`, in whichever data item.
final class EventReader {
  private static final int MOST_MESSAGES = 256;

  private static final Set<String> MOTION =
      Set.of(
          "RuleEngine/CellMotionDetector/Motion",
          "RuleEngine/MotionRegionDetector/Motion",
          "RuleEngine/FieldDetector/ObjectsInside",
          "VideoSource/MotionAlarm",
          "VideoAnalytics/Motion",
          // Reolink and its kin
          "RuleEngine/MyRuleDetector/FaceDetect",
          "RuleEngine/MyRuleDetector/PeopleDetect",
          "RuleEngine/MyRuleDetector/VehicleDetect",
          "RuleEngine/MyRuleDetector/DogCatDetect",
          // TP-Link
          "RuleEngine/CellMotionDetector/Intrusion",
          "RuleEngine/CellMotionDetector/People",
          "RuleEngine/PeopleDetector/People",
          "RuleEngine/TPSmartEventDetector/TPSmartEvent",
          // Dahua and its kin
          "UserAlarm/IVA/HumanShapeDetect");

  private static final Set<String> BELL =
      Set.of("Device/Trigger/DigitalInput", "RuleEngine/MyRuleDetector/Visitor");

  /// Last words of topics that say the same in trees of other vendors.
  private static final Set<String> MOTION_WORDS = Set.of("motion", "motionalarm");

  private static final Set<String> BELL_WORDS = Set.of("visitor", "doorbell");

  private static final Set<String> TRUE = Set.of("true", "1", "on", "active");
  private static final Set<String> FALSE = Set.of("false", "0", "off", "inactive");

  private EventReader() {}

  /// The events of a response to `PullMessages`, in order.
  static List<OnvifEvent> read(XmlElement response) {
    return response.children(NOTIFICATION, "NotificationMessage").stream()
        .limit(MOST_MESSAGES)
        .map(EventReader::event)
        .toList();
  }

  private static OnvifEvent event(XmlElement notification) {
    String topic = topic(notification.value(NOTIFICATION, "Topic").orElse(""));
    Optional<XmlElement> message =
        notification
            .find(NOTIFICATION, "Message")
            .flatMap(holder -> holder.find(SCHEMA, "Message"));
    Optional<Boolean> state = message.flatMap(EventReader::state);
    if (state.isPresent() && isOf(topic, MOTION, MOTION_WORDS)) {
      return new OnvifEvent.Motion(state.get() ? OnvifEvent.Change.BEGAN : OnvifEvent.Change.ENDED);
    }
    boolean isNews = message.map(EventReader::isNews).orElse(false);
    return state.orElse(false) && isNews && isOf(topic, BELL, BELL_WORDS)
        ? new OnvifEvent.Bell()
        : new OnvifEvent.Other(Shown.of(topic));
  }

  /// A topic without prefixes and white space: `tns1:VideoSource/MotionAlarm` is
  /// `VideoSource/MotionAlarm`.
  private static String topic(String text) {
    return String.join(
        "/",
        Stream.of(text.strip().split("/", 16))
            .map(step -> step.substring(step.indexOf(':') + 1))
            .toList());
  }

  private static boolean isOf(String topic, Set<String> topics, Set<String> lastWords) {
    String last = topic.substring(topic.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return topics.contains(topic) || lastWords.contains(last);
  }

  /// Whether something happened, and is not only told as it stands because somebody subscribed.
  private static boolean isNews(XmlElement message) {
    return !message.attribute("PropertyOperation").orElse("").equals("Initialized");
  }

  /// Whether any data item is true, where any has a truth.
  private static Optional<Boolean> state(XmlElement message) {
    List<String> values =
        message.find(SCHEMA, "Data").stream()
            .flatMap(data -> data.children(SCHEMA, "SimpleItem").stream())
            .flatMap(item -> item.attribute("Value").stream())
            .map(value -> value.toLowerCase(Locale.ROOT))
            .filter(value -> TRUE.contains(value) || FALSE.contains(value))
            .toList();
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().anyMatch(TRUE::contains));
  }
}
