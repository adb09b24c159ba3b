package io.mashrabiya.media.onvif.events;

import static io.mashrabiya.media.onvif.xml.Namespace.ADDRESSING;
import static io.mashrabiya.media.onvif.xml.Namespace.EVENTS;
import static io.mashrabiya.media.onvif.xml.Namespace.NOTIFICATION;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.soap.SoapClient;
import io.mashrabiya.media.onvif.soap.SoapRequest;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A subscription from which events are fetched (ONVIF Core Specification, section 9.2).
///
/// It is renewed in time by [#pull], which must be called again and again; the camera ends it when
/// nobody does. Blocking; owned by one thread.
public final class PullPoint {
  /// How long the camera holds a pull back while there is nothing to tell. Less than cheap routers
  /// and cameras let a connection lie.
  static final Duration PULL = Duration.ofSeconds(15);

  private static final int MOST_MESSAGES = 32;
  private static final String SUBSCRIBE =
      "http://www.onvif.org/ver10/events/wsdl/EventPortType/CreatePullPointSubscriptionRequest";
  private static final String PULL_ACTION =
      "http://www.onvif.org/ver10/events/wsdl/PullPointSubscription/PullMessagesRequest";
  private static final String RENEW =
      "http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager/RenewRequest";
  private static final String UNSUBSCRIBE =
      "http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager/UnsubscribeRequest";

  private final SoapClient soap;
  private final Subscription subscription;
  private final InstantSource clock;
  private final EventReader reader = new EventReader();
  private Duration lifetime;
  private Instant known;
  private boolean renews = true;

  private PullPoint(
      SoapClient soap, Subscription subscription, InstantSource clock, Duration lifetime) {
    this.soap = soap;
    this.subscription = subscription;
    this.clock = clock;
    this.lifetime = lifetime;
    this.known = clock.instant();
  }

  /// Subscribes to all topics.
  ///
  /// @param service the event service
  public static Answer<PullPoint> open(
      SoapClient soap, URI service, ServiceAddress reached, InstantSource clock) {
    XmlElement create =
        XmlElement.of(
            EVENTS,
            "CreatePullPointSubscription",
            XmlElement.text(EVENTS, "InitialTerminationTime", Lifetime.ASKED.toString()));
    SoapRequest request =
        new Subscription(service, service.toString(), List.of())
            .request(SUBSCRIBE, create, Duration.ZERO);
    return soap.ask(request)
        .then(response ->
            subscription(response, reached)
                .<Answer<PullPoint>>map(subscription ->
                    new Answer.Given<>(
                        new PullPoint(
                            soap,
                            subscription,
                            clock,
                            Lifetime.read(response, NOTIFICATION).orElse(Lifetime.ASKED))))
                .orElseGet(() ->
                    new Answer.Failed<>(
                        new OnvifFailure.Malformed(
                            request.operation(), say("a subscription's address"), 0))));
  }

  /// Waits for events: those that came, none where nothing happened for a while.
  public Answer<List<OnvifEvent>> pull() {
    if (renews && !clock.instant().isBefore(known.plus(lifetime.dividedBy(2)))) {
      Answer<XmlElement> renewed = renew();
      if (renewed instanceof Answer.Failed<XmlElement>(OnvifFailure why) && !isRefusal(why)) {
        return new Answer.Failed<>(why);
      }
    }
    Duration patience = PULL.compareTo(lifetime.dividedBy(2)) < 0 ? PULL : lifetime.dividedBy(2);
    XmlElement body =
        XmlElement.of(
            EVENTS,
            "PullMessages",
            XmlElement.text(EVENTS, "Timeout", "PT" + Math.max(1, patience.toSeconds()) + "S"),
            XmlElement.text(EVENTS, "MessageLimit", Integer.toString(MOST_MESSAGES)));
    return soap.ask(subscription.request(PULL_ACTION, body, patience))
        .map(response -> {
          Lifetime.read(response, EVENTS).ifPresent(this::lives);
          return reader.read(response);
        });
  }

  /// Ends the subscription, as far as the camera listens. It may not be used any more.
  public void unsubscribe() {
    soap.ask(
        subscription.request(
            UNSUBSCRIBE, XmlElement.of(NOTIFICATION, "Unsubscribe"), Duration.ZERO));
  }

  private Answer<XmlElement> renew() {
    XmlElement body =
        XmlElement.of(
            NOTIFICATION,
            "Renew",
            XmlElement.text(NOTIFICATION, "TerminationTime", Lifetime.ASKED.toString()));
    Answer<XmlElement> renewed = soap.ask(subscription.request(RENEW, body, Duration.ZERO));
    switch (renewed) {
      case Answer.Given<XmlElement>(XmlElement response) ->
          lives(Lifetime.read(response, NOTIFICATION).orElse(Lifetime.ASKED));
      case Answer.Failed<XmlElement>(OnvifFailure why) -> renews = !isRefusal(why);
    }
    return renewed;
  }

  private void lives(Duration on) {
    lifetime = on;
    known = clock.instant();
  }

  /// Leniency: some cameras refuse to renew and prolong the subscription with each pull. If one
  /// does neither, the next pull says that the subscription is gone.
  private static boolean isRefusal(OnvifFailure why) {
    return why instanceof OnvifFailure.NotSupported
        || why instanceof OnvifFailure.Faulted
        || why instanceof OnvifFailure.Refused
        || why instanceof OnvifFailure.Malformed;
  }

  private static Optional<Subscription> subscription(XmlElement response, ServiceAddress reached) {
    Optional<XmlElement> reference = response.find(EVENTS, "SubscriptionReference");
    Optional<String> named = reference.flatMap(at -> at.value(ADDRESSING, "Address"));
    List<XmlElement> parameters =
        reference
            .flatMap(at -> at.find(ADDRESSING, "ReferenceParameters"))
            .map(XmlElement::children)
            .orElse(List.of());
    return named.flatMap(
        text -> reached.service(text).map(to -> new Subscription(to, text, parameters)));
  }
}
