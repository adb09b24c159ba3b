package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Acceptance;
import io.mashrabiya.device.accept.Accepted;
import io.mashrabiya.device.accept.Arrival;
import io.mashrabiya.device.accept.Counts;
import io.mashrabiya.device.accept.Released;
import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.vault.seal.FrameOpener;
import io.mashrabiya.vault.seal.FrameOpening;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Purpose;
import io.mashrabiya.wire.letter.ReportReason;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One camera that the device looks at: the acceptance rules, the openers of its keys, and where
/// what it sees goes. Its methods take turns: frames come from the media link's thread, answers and
/// cards from others.
final class CameraWatch {
  private final HomeCertificate home;
  private final CameraId camera;
  private final Consumer<Sight> sights;
  private final Acceptance acceptance = new Acceptance();
  private Map<Kid, FrameOpener> openers = Map.of();
  private final Map<Purpose, RequestHash> sessions = new EnumMap<>(Purpose.class);
  private final Map<Purpose, Set<Track>> followed = new EnumMap<>(Purpose.class);

  /// Without keys yet.
  CameraWatch(HomeCertificate home, CameraId camera, Consumer<Sight> sights) {
    this.home = home;
    this.camera = camera;
    this.sights = sights;
  }

  /// What is open, each under the hash of its request.
  synchronized Map<Purpose, RequestHash> sessions() {
    return new EnumMap<>(sessions); // in one order, whatever the process
  }

  synchronized void opened(
      Purpose purpose, RequestHash newSession, Answer.Opened answer, Duration sentAt) {
    sessions.put(purpose, newSession);
    judge(acceptance.opened(answer.epoch(), answer.tracks(), sentAt), sentAt);
  }

  /// Follows these tracks from now on; gives those that it followed for that purpose before.
  synchronized Set<Track> follow(Purpose purpose, List<TrackStart> tracks) {
    Set<Track> next = EnumSet.noneOf(Track.class);
    tracks.forEach(track -> next.add(track.kid().track()));
    Set<Track> left = EnumSet.noneOf(Track.class);
    Optional.ofNullable(followed.put(purpose, next)).ifPresent(left::addAll);
    left.removeAll(next);
    return left;
  }

  synchronized void beatAnswered(long epoch, Duration sentAt, Duration now) {
    judge(acceptance.beatAnswered(epoch, sentAt), now);
  }

  /// A newer card: openers of keys that stay are kept.
  synchronized void rekeyed(Map<Kid, BaseKey> keys, Duration now) {
    Map<Kid, FrameOpener> fresh = new HashMap<>();
    keys.forEach((kid, key) -> {
      FrameOpener held = openers.get(kid);
      fresh.put(kid, held != null ? held : opener(kid, key));
    });
    openers = fresh;
    judge(acceptance.rekeyed(keys.keySet()), now);
  }

  synchronized void arrives(SealedFrame frame, Duration now) {
    switch (acceptance.arrives(frame, now)) {
      case Arrival.Superseded(), Arrival.Waits(), Arrival.Overflowed() -> {}
      case Arrival.Refused(ReportReason reason) -> refuse(frame, reason);
      case Arrival.ToOpen() -> open(frame);
    }
  }

  /// What to ask the relay for: each track from what follows its last accepted frame.
  synchronized List<TrackStart> wanted(List<TrackStart> tracks) {
    return tracks.stream()
        .map(track -> new TrackStart(track.kid(), acceptance.next(track.kid())))
        .toList();
  }

  synchronized Counts counts() {
    return acceptance.counts();
  }

  private void judge(Released released, Duration now) {
    released.refused().forEach(frame -> refuse(frame, ReportReason.UNKNOWN_EPOCH));
    released.again().forEach(frame -> arrives(frame, now));
  }

  private void open(SealedFrame frame) {
    FrameOpener opener = openers.get(frame.kid());
    FrameOpening opening = opener == null ? new FrameOpening.NotOpened() : opener.open(frame);
    switch (opening) {
      case FrameOpening.Opened(long captureMicros, byte[] picture) -> {
        Accepted accepted = acceptance.accepted(frame, captureMicros);
        sights.accept(
            new Sight.Seen(
                camera,
                frame.kid(),
                frame.number(),
                frame.kind(),
                captureMicros,
                picture,
                accepted));
      }
      case FrameOpening.NotOpened() -> refuse(frame, ReportReason.NOT_OPENED);
      case FrameOpening.Forged() -> refuse(frame, ReportReason.FORGED);
    }
  }

  private void refuse(SealedFrame frame, ReportReason reason) {
    sights.accept(new Sight.Refused(camera, frame.kid(), frame.number(), reason));
  }

  private FrameOpener opener(Kid kid, BaseKey key) {
    return new FrameOpener(home.household(), camera, kid, key, home.sign());
  }
}
