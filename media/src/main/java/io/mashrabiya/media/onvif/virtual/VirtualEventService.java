package io.mashrabiya.media.onvif.virtual;

import static io.mashrabiya.media.onvif.xml.Namespace.ADDRESSING;
import static io.mashrabiya.media.onvif.xml.Namespace.EVENTS;
import static io.mashrabiya.media.onvif.xml.Namespace.NOTIFICATION;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The event service and its pull points. Pulling blocks the caller's thread. Safe for threads.
final class VirtualEventService implements VirtualService {
  private static final int MOST_SUBSCRIPTIONS = 32;
  private static final Duration LONGEST_PULL = Duration.ofSeconds(60);
  private static final Duration LIFETIME = Duration.ofSeconds(60);
  private static final String DIALECT =
      "http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet";
  private static final String REFERENCE = "SubscriptionId";

  private final VirtualOnvifOptions options;
  private final VirtualNames names;
  private final Supplier<Instant> clock;
  private final Map<String, VirtualSubscription> subscriptions = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  VirtualEventService(VirtualOnvifOptions options, VirtualNames names, Supplier<Instant> clock) {
    this.options = options;
    this.names = names;
    this.clock = clock;
  }

  int subscriptionCount() {
    return subscriptions.size();
  }

  /// Tells every subscriber.
  ///
  /// @param topic with its prefix
  /// @param operation `Initialized`, `Changed` or `Deleted`
  void fire(String topic, String item, String value, String operation) {
    XmlElement message = notification(topic, item, value, operation);
    subscriptions.values().forEach(subscription -> subscription.offer(message));
  }

  /// Ends every subscription, and lets go of whoever pulls.
  void endAll() {
    List<VirtualSubscription> all = List.copyOf(subscriptions.values());
    subscriptions.clear();
    all.forEach(VirtualSubscription::wake);
  }

  @Override
  public Optional<XmlElement> answer(VirtualCall call) throws VirtualFault {
    subscriptions.values().removeIf(old -> old.end().isBefore(clock.get()));
    return switch (call.operation()) {
      case "CreatePullPointSubscription" -> Optional.of(subscribe(call));
      case "PullMessages" -> Optional.of(pull(call));
      case "Renew" -> options.has(Quirk.NO_RENEW) ? Optional.empty() : Optional.of(renew(call));
      case "Unsubscribe" -> {
        VirtualSubscription ended = subscription(call);
        subscriptions.remove(ended.id());
        ended.wake();
        yield Optional.of(XmlElement.of(NOTIFICATION, "UnsubscribeResponse"));
      }
      default -> Optional.empty();
    };
  }

  private XmlElement subscribe(VirtualCall call) throws VirtualFault {
    if (subscriptions.size() >= MOST_SUBSCRIPTIONS) {
      throw VirtualFault.invalid("MaxNotificationProducers", "too many subscriptions");
    }
    var subscription =
        new VirtualSubscription(
            Integer.toString(ids.incrementAndGet()), clock.get().plus(LIFETIME));
    subscriptions.put(subscription.id(), subscription);
    return XmlElement.of(
            EVENTS, "CreatePullPointSubscriptionResponse", reference(call, subscription))
        .and(times(NOTIFICATION, subscription));
  }

  private XmlElement reference(VirtualCall call, VirtualSubscription subscription) {
    if (options.has(Quirk.REFERENCE_PARAMETERS)) {
      XmlElement id =
          new XmlElement("urn:virtual", REFERENCE, List.of(), subscription.id(), List.of());
      return XmlElement.of(
          EVENTS,
          "SubscriptionReference",
          XmlElement.text(ADDRESSING, "Address", names.http(call, VirtualNames.EVENTS)),
          XmlElement.of(ADDRESSING, "ReferenceParameters").and(List.of(id)));
    }
    String address = names.http(call, VirtualNames.PULL + subscription.id());
    return XmlElement.of(
        EVENTS, "SubscriptionReference", XmlElement.text(ADDRESSING, "Address", address));
  }

  private XmlElement pull(VirtualCall call) throws VirtualFault {
    VirtualSubscription subscription = subscription(call);
    long patience =
        options.has(Quirk.PULLS_AT_ONCE)
            ? 0
            : call.body().value(EVENTS, "Timeout").map(VirtualEventService::millis).orElse(0L);
    int most =
        call.body()
            .value(EVENTS, "MessageLimit")
            .filter(text -> text.matches("[1-9][0-9]{0,3}"))
            .map(Integer::parseInt)
            .orElse(1);
    try {
      List<XmlElement> messages = subscription.pull(patience, most);
      if (options.has(Quirk.NO_RENEW)) {
        subscription.livesUntil(clock.get().plus(LIFETIME));
      }
      return XmlElement.of(EVENTS, "PullMessagesResponse")
          .and(times(EVENTS, subscription))
          .and(messages);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw VirtualFault.invalid("Interrupted", "the device is ending");
    }
  }

  private XmlElement renew(VirtualCall call) throws VirtualFault {
    VirtualSubscription subscription = subscription(call);
    subscription.livesUntil(clock.get().plus(LIFETIME));
    List<XmlElement> times = times(NOTIFICATION, subscription);
    return XmlElement.of(NOTIFICATION, "RenewResponse").and(times.reversed());
  }

  private VirtualSubscription subscription(VirtualCall call) throws VirtualFault {
    String id =
        options.has(Quirk.REFERENCE_PARAMETERS)
            ? call.envelope().header(EVENTS, REFERENCE).map(XmlElement::text).orElse("")
            : call.path().substring(call.path().lastIndexOf('/') + 1);
    return Optional.ofNullable(subscriptions.get(id))
        .orElseThrow(() -> VirtualFault.invalid("InvalidSubscription", "no such subscription"));
  }

  private List<XmlElement> times(Namespace namespace, VirtualSubscription subscription) {
    return List.of(
        XmlElement.text(namespace, "CurrentTime", seconds(clock.get())),
        XmlElement.text(namespace, "TerminationTime", seconds(subscription.end())));
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static long millis(String duration) {
    try {
      Duration asked = Duration.parse(duration);
      return asked.compareTo(LONGEST_PULL) > 0
          ? LONGEST_PULL.toMillis()
          : Math.max(0, asked.toMillis());
    } catch (DateTimeException e) {
      return 0;
    }
  }

  private XmlElement notification(String topic, String item, String value, String operation) {
    XmlElement source =
        XmlElement.of(SCHEMA, "Source", item("VideoSource", VirtualMediaService.SOURCE));
    XmlElement message =
        XmlElement.of(SCHEMA, "Message", source, XmlElement.of(SCHEMA, "Data", item(item, value)))
            .with("UtcTime", seconds(clock.get()))
            .with("PropertyOperation", operation);
    return XmlElement.of(
        NOTIFICATION,
        "NotificationMessage",
        XmlElement.text(NOTIFICATION, "Topic", topic).with("Dialect", DIALECT),
        XmlElement.of(NOTIFICATION, "Message", message));
  }

  private static XmlElement item(String name, String value) {
    return XmlElement.of(SCHEMA, "SimpleItem").with("Name", name).with("Value", value);
  }
}
