package io.mashrabiya.media.onvif;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.device.DeviceInformation;
import io.mashrabiya.media.onvif.device.DeviceService;
import io.mashrabiya.media.onvif.device.Services;
import io.mashrabiya.media.onvif.events.PullPoint;
import io.mashrabiya.media.onvif.ptz.PtzService;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.soap.SoapClient;
import io.mashrabiya.media.onvif.soap.SoapSettings;
import io.mashrabiya.media.onvif.stream.MediaProfile;
import io.mashrabiya.media.onvif.stream.MediaService;
import io.mashrabiya.media.onvif.stream.MediaService.NamedStream;
import io.mashrabiya.media.onvif.xml.Namespace;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One conversation with one camera: connect, then describe it, wait for its events or turn it.
///
/// Blocking; owned by one thread, but [#close] and [#pause] may be called from any. Whoever waits
/// for events and turns the camera at the same time opens two.
public final class OnvifClient implements AutoCloseable {
  /// After this no further question is asked to describe a camera: what it has told counts.
  static final Duration DESCRIBING = Duration.ofSeconds(60);

  private static final OnvifFailure TOO_SLOW =
      new OnvifFailure.Silent(say("where its streams are within {0} s", DESCRIBING.toSeconds()));

  private final ServiceAddress address;
  private final InstantSource clock;
  private final SoapClient soap;
  private final DeviceService device;

  public OnvifClient(
      ServiceAddress address,
      Optional<Credentials> credentials,
      SoapSettings settings,
      InstantSource clock) {
    this.address = address;
    this.clock = clock;
    this.soap = new SoapClient(credentials, settings, clock);
    this.device = new DeviceService(soap, address, clock);
  }

  /// Learns the camera's clock, then where its services are.
  public Answer<Connected> connect() {
    Answer<Duration> offset = device.clockOffset();
    return switch (offset) {
      case Answer.Failed<Duration>(OnvifFailure why) when isHopeless(why) ->
          new Answer.Failed<>(why);
      case Answer.Failed<Duration> _, Answer.Given<Duration> _ -> {
        Duration ahead = offset.or(Duration.ZERO);
        soap.setClockOffset(ahead);
        yield device.services().map(services -> new Connected(ahead, services));
      }
    };
  }

  /// What the camera is: of what many tell to everybody.
  public Answer<DeviceInformation> information() {
    return device.information();
  }

  /// Goes on after [#pause].
  public void resume() {
    soap.resume();
  }

  /// Ends the question that waits; it and those that follow fail as [OnvifFailure.Stopped], until
  /// [#resume].
  public void pause() {
    soap.pause();
  }

  /// Ends it; a question that waits fails as [OnvifFailure.Stopped].
  @Override
  public void close() {
    soap.close();
  }

  /// Whether nothing else will be answered either.
  private static boolean isHopeless(OnvifFailure why) {
    return why instanceof OnvifFailure.Unreachable
        || why instanceof OnvifFailure.Silent
        || why instanceof OnvifFailure.Stopped;
  }

  /// A camera whose services are known.
  public final class Connected {
    private final Duration clockOffset;
    private final Services services;

    private Connected(Duration clockOffset, Services services) {
      this.clockOffset = clockOffset;
      this.services = services;
    }

    /// Where its services are.
    public Services services() {
      return services;
    }

    /// Asks for all that there is to know, but not for longer than [#DESCRIBING]. Media2 is asked
    /// first; where the camera has none, or its Media2 names no stream, Media counts.
    public Answer<OnvifCamera> describe() {
      Instant until = clock.instant().plus(DESCRIBING);
      Answer<DeviceInformation> information = device.information();
      if (information instanceof Answer.Failed<DeviceInformation>(OnvifFailure why)
          && (isHopeless(why)
              || why instanceof OnvifFailure.CredentialsNeeded
              || why instanceof OnvifFailure.CredentialsRefused)) {
        return new Answer.Failed<>(why);
      }
      Answer<Offer> offer = offer(until);
      return offer.map(found ->
          new OnvifCamera(
              information.or(DeviceInformation.UNKNOWN),
              clockOffset,
              found.streams(),
              found.snapshot(),
              services));
    }

    /// Subscribes to the camera's events.
    public Answer<PullPoint> events() {
      return services
          .of(Namespace.EVENTS)
          .map(service -> PullPoint.open(soap, service, address, clock))
          .orElseGet(() -> new Answer.Failed<>(new OnvifFailure.NotSupported(say("events"))));
    }

    /// The service by which the camera is turned.
    public Answer<PtzService> ptz() {
      return services
          .of(Namespace.PTZ)
          .<Answer<PtzService>>map(service -> new Answer.Given<>(new PtzService(soap, service)))
          .orElseGet(() -> new Answer.Failed<>(new OnvifFailure.NotSupported(quoted("PTZ"))));
    }

    private Answer<Offer> offer(Instant until) {
      Answer<Offer> newest = offer(Namespace.MEDIA2, until);
      boolean useful = newest instanceof Answer.Given<Offer>(Offer offer) && !offer.isEmpty();
      return useful || services.of(Namespace.MEDIA).isEmpty()
          ? newest
          : offer(Namespace.MEDIA, until);
    }

    private Answer<Offer> offer(Namespace version, Instant until) {
      Optional<URI> service = services.of(version);
      if (service.isEmpty()) {
        return new Answer.Failed<>(new OnvifFailure.NotSupported(say("media")));
      }
      MediaService media = new MediaService(soap, version, service.get(), address);
      return media.profiles().then(profiles -> offer(media, profiles, until));
    }

    /// Profiles without a stream are left out; where none has one, the first reason is told, or
    /// that the camera is too slow.
    private Answer<Offer> offer(MediaService media, List<MediaProfile> profiles, Instant until) {
      List<OnvifStream> streams = new ArrayList<>();
      List<OnvifFailure> failures = new ArrayList<>();
      for (MediaProfile profile : profiles) {
        if (isLate(until)) {
          failures.addFirst(TOO_SLOW);
          break;
        }
        switch (media.stream(profile)) {
          case Answer.Given<NamedStream>(NamedStream(var at, var otherHost)) ->
              streams.add(new OnvifStream(profile, at, otherHost));
          case Answer.Failed<NamedStream>(OnvifFailure why) -> failures.add(why);
        }
        if (!failures.isEmpty() && isHopeless(failures.getLast())) {
          return new Answer.Failed<>(failures.getLast());
        }
      }
      return streams.isEmpty() && !failures.isEmpty()
          ? new Answer.Failed<>(failures.getFirst())
          : new Answer.Given<>(new Offer(streams, snapshot(media, streams, until)));
    }

    private Optional<URI> snapshot(MediaService media, List<OnvifStream> streams, Instant until) {
      return streams.stream()
          .filter(_ -> !isLate(until))
          .min(OnvifStream.BEST_FIRST)
          .map(best -> media.snapshot(best.profile()).map(Optional::of).or(Optional.empty()))
          .flatMap(at -> at);
    }
  }

  private boolean isLate(Instant until) {
    return !clock.instant().isBefore(until);
  }

  /// What one media service came to.
  private record Offer(List<OnvifStream> streams, Optional<URI> snapshot) {
    boolean isEmpty() {
      return streams.isEmpty();
    }
  }
}
