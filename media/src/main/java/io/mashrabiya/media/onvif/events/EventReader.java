package io.mashrabiya.media.onvif.events;

import static io.mashrabiya.media.onvif.xml.Namespace.NOTIFICATION;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.soap.Shown;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What notification messages mean (ONVIF Core Specification, section 9.4; topics of the Imaging,
/// Analytics and Device IO specifications, and of vendors).
///
/// Leniencies: any prefixes in topics; vendors' topics, named below; truth as `true`, `1`, `on` or
/// `active`, in whichever data item; bells that are never told to be let go ([BellButtons]).
///
/// One for each subscription, owned by one thread.
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

  private static final int MOST_CHARACTERS_OF_SOURCE = 256;

  private final BellButtons bells = new BellButtons();

  /// The events of a response to `PullMessages`, in order.
  List<OnvifEvent> read(XmlElement response) {
    return response.children(NOTIFICATION, "NotificationMessage").stream()
        .limit(MOST_MESSAGES)
        .map(this::event)
        .toList();
  }

  private OnvifEvent event(XmlElement notification) {
    String topic = topic(notification.value(NOTIFICATION, "Topic").orElse(""));
    Optional<XmlElement> message =
        notification
            .find(NOTIFICATION, "Message")
            .flatMap(holder -> holder.find(SCHEMA, "Message"));
    return message
        .flatMap(told -> known(topic, told))
        .orElseGet(() -> new OnvifEvent.Other(Shown.of(topic)));
  }

  /// What it means, where that matters here.
  private Optional<OnvifEvent> known(String topic, XmlElement message) {
    Optional<Boolean> state = state(message);
    if (state.isPresent() && isOf(topic, BELL, BELL_WORDS)) {
      return rings(topic, message, state.get())
          ? Optional.of(new OnvifEvent.Bell())
          : Optional.empty();
    }
    return state
        .filter(_ -> isOf(topic, MOTION, MOTION_WORDS) && !operation(message).equals("Deleted"))
        .map(moves ->
            new OnvifEvent.Motion(moves ? OnvifEvent.Change.BEGAN : OnvifEvent.Change.ENDED));
  }

  /// Whether somebody pressed just now: what is told as it stands because somebody subscribed, or
  /// because there is no such property any more, is no press.
  private boolean rings(String topic, XmlElement message, boolean isPressed) {
    String bell = topic + ' ' + source(message);
    return switch (operation(message)) {
      case "Deleted" -> {
        bells.gone(bell);
        yield false;
      }
      case "Initialized" -> {
        bells.told(bell, isPressed);
        yield false;
      }
      default -> bells.told(bell, isPressed) && isPressed;
    };
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

  /// What became of the property (ONVIF Core Specification, section 9.4.2); empty of an event that
  /// is none.
  private static String operation(XmlElement message) {
    return message.attribute("PropertyOperation").orElse("");
  }

  /// Which of several it is.
  private static String source(XmlElement message) {
    String all =
        message.find(SCHEMA, "Source").stream()
            .flatMap(source -> source.children(SCHEMA, "SimpleItem").stream())
            .flatMap(item -> item.attribute("Value").stream())
            .collect(Collectors.joining(" "));
    return all.substring(0, Math.min(all.length(), MOST_CHARACTERS_OF_SOURCE));
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
