package io.mashrabiya.home.live;

import io.mashrabiya.home.authority.Access;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.epoch.Epoch;
import io.mashrabiya.home.ladder.Rung;
import io.mashrabiya.home.live.CameraSeal.FreshStill;
import io.mashrabiya.home.live.CameraSeal.Sealers;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.card.KeyCards;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// All cameras of the household under one epoch, and the key cards that open them.
///
/// Guarantee: an epoch's number is stored before a frame is sealed in it, its cards are handed out
/// before its frames, and once [#beginEpoch] has returned no frame is sealed that an earlier card
/// opens. A card opens what the member may see, and nothing from before it might: whenever that
/// changes, whoever calls begins an epoch.
///
/// Any thread may call.
public final class Live {
  private final HomeFolder folder;
  private final HouseholdKeys keys;
  private final Copier copier;
  private final Outlet outlet;
  private volatile Map<CameraId, CameraSeal> cameras = Map.of(); // replaced, never changed
  private final Map<DeviceId, KeyCard> cards = new HashMap<>();
  private Epoch epoch;
  private int cardsMade;

  /// Begins the first epoch of this start.
  public Live(
      HomeFolder folder, Collection<CameraId> cameraIds, Copier copier, Outlet outlet, Instant now)
      throws IOException {
    this.folder = folder;
    this.keys = folder.keys();
    this.copier = copier;
    this.outlet = outlet;
    this.epoch = nextEpoch(now);
    set(cameraIds);
  }

  /// These are the cameras from now on. Of those that are gone nothing is sealed any more when it
  /// returns; for those that are new a new epoch has to begin, because no card opens them yet.
  public synchronized void set(Collection<CameraId> cameraIds) throws IOException {
    Map<CameraId, CameraSeal> before = cameras;
    Map<CameraId, CameraSeal> after = new LinkedHashMap<>();
    for (CameraId camera : cameraIds) {
      CameraSeal held = before.get(camera);
      after.put(
          camera,
          held != null
              ? held
              : new CameraSeal(camera, keys, epoch, stored(camera), copier, outlet));
    }
    cameras = Collections.unmodifiableMap(after);
    before.forEach((camera, seal) -> {
      if (!after.containsKey(camera)) {
        seal.shut();
      }
    });
  }

  private Optional<FreshStill> stored(CameraId camera) throws IOException {
    StillKey key = folder.keys().stills().get(camera); // the newest, not that of the start
    Optional<SealedFrame> frame = folder.storedStill(camera);
    return key == null ? Optional.empty() : frame.map(still -> new FreshStill(still, key));
  }

  private Epoch nextEpoch(Instant now) throws IOException {
    Epoch next = Epoch.after(folder.state().epoch(), now);
    folder.update(state -> state.withEpoch(next.number()));
    return next;
  }

  /// Begins a new epoch for these members and nobody else.
  ///
  /// @param access which tracks each card opens
  /// @param handOut takes each card, before any frame that it opens is sealed
  public synchronized void beginEpoch(
      Collection<Member> members, Access access, Instant now, Consumer<KeyCard> handOut)
      throws IOException {
    epoch = nextEpoch(now);
    cardsMade = 0;
    cards.clear();
    Map<CameraSeal, Sealers> prepared = new LinkedHashMap<>();
    cameras.values().forEach(camera -> prepared.put(camera, camera.prepare(epoch)));
    List<ContentKey> content = new ArrayList<>();
    prepared.forEach((camera, sealers) -> content.addAll(camera.contentKeys(sealers)));
    for (Member member : members) {
      handOut.accept(make(member, access, content));
    }
    prepared.forEach(CameraSeal::begin);
  }

  /// The member's card of this epoch.
  ///
  /// @param access the same for the whole of the epoch
  public synchronized KeyCard card(Member member, Access access) {
    KeyCard card = cards.get(member.device());
    return card != null ? card : make(member, access, contentKeys());
  }

  private List<ContentKey> contentKeys() {
    return cameras.values().stream().flatMap(camera -> camera.contentKeys().stream()).toList();
  }

  private KeyCard make(Member member, Access access, List<ContentKey> content) {
    List<ContentKey> allowed =
        content.stream()
            .filter(key -> access.opens(member.device(), key.camera(), key.kid().track()))
            .toList();
    KeyCard card =
        KeyCards.make(keys, member.device(), member.kem(), epoch.card(cardsMade), allowed);
    cardsMade++;
    cards.put(member.device(), card);
    return card;
  }

  /// Whether a new epoch is due: its day is over, or its cards are used up.
  public synchronized boolean isEpochOver(Instant now) {
    return epoch.isOver(now) || !Epoch.hasCard(cardsMade + cards.size() + 1);
  }

  public synchronized long epoch() {
    return epoch.number();
  }

  /// Sends exactly these tracks from now on.
  public void lease(Map<CameraId, Set<Track>> wanted) {
    cameras.forEach((id, camera) -> camera.lease(wanted.getOrDefault(id, Set.of())));
  }

  /// Serves nobody any more, as long as it lives: no frame, no still, no card.
  public synchronized void serveNobody() {
    cards.clear();
    cameras.values().forEach(CameraSeal::shut);
  }

  /// A media link is new: sends the newest stills, and the groups of leased cameras.
  public void resend() {
    cameras.values().forEach(CameraSeal::resend);
  }

  /// In which ways a camera can be shown to who decodes this, from the least to the most.
  public List<Rung> rungs(CameraId camera, List<String> decode) {
    return seal(camera).rungs(decode);
  }

  /// What the way out carries, in bit/s; 0 while it has shown no limit.
  public long uplinkBitsPerSecond() {
    return outlet.limitBitsPerSecond();
  }

  public List<TrackStart> starts(CameraId camera, Track track) {
    return seal(camera).starts(track);
  }

  public boolean hasSound(CameraId camera) {
    return seal(camera).hasSound();
  }

  public Optional<Instant> newestCapture(CameraId camera) {
    return seal(camera).newestCapture();
  }

  public CameraSeal seal(CameraId camera) {
    CameraSeal seal = cameras.get(camera);
    if (seal == null) {
      throw new IllegalArgumentException("no such camera here: " + camera);
    }
    return seal;
  }

  public Collection<CameraSeal> seals() {
    return List.copyOf(cameras.values());
  }
}
