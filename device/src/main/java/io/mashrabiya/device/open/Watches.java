package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Counts;
import io.mashrabiya.vault.card.CardOpening;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.ReportReason;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The cameras that a device looks at under one certificate, and the keys of its newest card. Any
/// thread may call it.
final class Watches {
  private final HomeCertificate home;
  private final DeviceKeys keys;
  private final Consumer<Sight> sights;
  private final Map<CameraId, CameraWatch> watches = new ConcurrentHashMap<>();

  /// Looked at a while ago: what is still on its way is no stranger's.
  private final Set<CameraId> former = ConcurrentHashMap.newKeySet();

  private final Keyring keyring = new Keyring();

  Watches(HomeCertificate home, DeviceKeys keys, Consumer<Sight> sights) {
    this.home = home;
    this.keys = keys;
    this.sights = sights;
  }

  /// A session began: what to subscribe to, and from which numbers on.
  List<TrackStart> opened(
      Purpose purpose, Correspondence.Exchange exchange, Answer.Opened opened, Duration now) {
    CameraWatch watch =
        watches.computeIfAbsent(opened.camera(), camera -> new CameraWatch(home, camera, sights));
    take(opened.card(), now);
    watch.rekeyed(keysOf(opened.camera()), now);
    watch.opened(purpose, exchange.request(), opened, exchange.sentAt().monotonic());
    return watch.wanted(opened.tracks());
  }

  /// The tracks that a session which is opened now takes the place of: they are to be unsubscribed.
  Set<Track> left(Purpose purpose, Answer.Opened opened) {
    CameraWatch watch = watches.get(opened.camera());
    return watch == null ? Set.of() : watch.follow(purpose, opened.tracks());
  }

  /// The sessions that ended; none when there was none.
  Collection<RequestHash> closed(CameraId camera) {
    if (watches.containsKey(camera)) {
      former.add(camera); // before it is gone, so that no frame falls between
    }
    CameraWatch closed = watches.remove(camera);
    return closed == null ? List.of() : closed.sessions().values();
  }

  void beatAnswered(Correspondence.Exchange exchange, Answer.BeatAnswer answer, Duration now) {
    answer
        .cameras()
        .forEach(beat ->
            Optional.ofNullable(watches.get(beat.camera()))
                .ifPresent(
                    watch -> watch.beatAnswered(beat.epoch(), exchange.sentAt().monotonic(), now)));
  }

  /// Takes a card that is ours and newer; every camera gets its keys and loses all others.
  void take(KeyCard card, Duration now) {
    if (KeyCards.open(card, home, keys) instanceof CardOpening.Opened opened) {
      synchronized (keyring) {
        if (!keyring.replace(opened)) {
          return;
        }
      }
      watches.forEach((camera, watch) -> watch.rekeyed(keysOf(camera), now));
    }
  }

  /// A frame of a camera that nobody looks at is refused: there is no key to open it with. What
  /// comes late of one that was closed is dropped.
  void arrived(MediaMessage.Frame message, Duration now) {
    CameraWatch watch = watches.get(message.camera());
    if (watch != null) {
      watch.arrives(message.frame(), now);
    } else if (!former.contains(message.camera())) {
      sights.accept(
          new Sight.Refused(
              message.camera(),
              message.frame().kid(),
              message.frame().number(),
              ReportReason.NOT_OPENED));
    }
  }

  /// What came as a frame of this camera is none.
  void unreadable(CameraId camera) {
    if (watches.containsKey(camera)) {
      sights.accept(Sight.Refused.unreadable(camera, ReportReason.MALFORMED));
    } else if (!former.contains(camera)) {
      sights.accept(Sight.Refused.unreadable(camera, ReportReason.NOT_OPENED));
    }
  }

  List<RequestHash> sessions() {
    return watches.values().stream().flatMap(watch -> watch.sessions().values().stream()).toList();
  }

  /// What a session was for.
  ///
  /// @param name the hash of the request that opened it
  record Session(RequestHash name, CameraId camera, Purpose purpose) {}

  /// What these sessions were for.
  List<Session> of(List<RequestHash> sessions) {
    List<Session> found = new ArrayList<>();
    watches.forEach((camera, watch) ->
        watch
            .sessions()
            .forEach((purpose, session) -> {
              if (sessions.contains(session)) {
                found.add(new Session(session, camera, purpose));
              }
            }));
    return found;
  }

  Set<CameraId> cameras() {
    return Set.copyOf(watches.keySet());
  }

  Optional<Counts> counts(CameraId camera) {
    return Optional.ofNullable(watches.get(camera)).map(CameraWatch::counts);
  }

  private Map<Kid, BaseKey> keysOf(CameraId camera) {
    synchronized (keyring) {
      return Map.copyOf(keyring.of(camera));
    }
  }
}
