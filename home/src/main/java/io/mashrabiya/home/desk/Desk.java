package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.Authority;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.link.ControlPost;
import io.mashrabiya.home.link.RelayLink;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.vault.enrol.Invitation;
import io.mashrabiya.vault.letter.HomeLetters;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.CameraEntry;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// The one door to all that is decided in the household: letters, newcomers, and what time brings.
///
/// Guarantee: one thing at a time, and what a ruling changes is on the disk before anybody is told
/// of it. If the disk fails, nobody is told anything, and what was ruled is carried through when it
/// works again.
///
/// Any thread may call; the lock is this object's, and nothing else of this package has one.
public final class Desk implements RelayLink.Household {
  /// What an operator is told when the home is an old copy of itself.
  public static final String BEHIND =
      "this home is an old copy of itself: a device holds a newer member list that it signed."
          + " It serves nobody, because it may have forgotten who was removed, until the newest copy of"
          + " its data folder is put back or its owner confirms the devices with `mashrabiya home"
          + " restore --kit`";

  private final Authority authority;
  private final Live live;
  private final Register register;
  private final Herald herald;
  private final Aftermath aftermath;
  private final Enrolments enrolments;
  private final Correspondence correspondence;
  private final Clockwork clockwork;

  /// The cameras as people know them.
  @FunctionalInterface
  public interface Cameras {
    List<CameraEntry> entries();
  }

  /// @param ids of the household's cameras
  /// @param post where what is said goes
  public Desk(
      HomeFolder folder,
      Origin origin,
      HomeClock clock,
      Set<CameraId> ids,
      Cameras cameras,
      Live live,
      ControlPost post) {
    var keys = folder.keys();
    var letters = new HomeLetters(keys);
    this.live = live;
    authority =
        new Authority(
            keys.certificate(), ids, live::track, folder.state().roster(), clock.instant());
    register = new Register(folder, authority, clock);
    herald = new Herald(post, letters, register, live);
    aftermath = new Aftermath(authority, register, herald, live, clock);
    enrolments = new Enrolments(authority, register, herald, aftermath, clock, origin);
    correspondence =
        new Correspondence(authority, register, herald, aftermath, live, clock, letters, cameras);
    clockwork = new Clockwork(authority, register, herald, aftermath, live, clock);
    if (register.isBehind()) {
      live.serveNobody();
    }
  }

  /// Makes an invite and tells the relay of it.
  public synchronized Invitation invite(InviteTerms terms) {
    return enrolments.invite(terms);
  }

  @Override
  public synchronized List<HomeSays> introduction() throws IOException {
    aftermath.settle();
    return herald.introduction(enrolments.standing());
  }

  @Override
  public synchronized void letter(HomeHears.Post came) throws IOException {
    aftermath.settle();
    correspondence.letter(came);
  }

  @Override
  public synchronized void enrol(HomeHears.Enrol came) throws IOException {
    aftermath.settle();
    enrolments.enrol(came);
  }

  /// These are the household's cameras from now on: sessions with others end, and everybody gets
  /// new keys and is told.
  ///
  /// @param name makes them the ones that are named to whoever asks
  public synchronized void cameras(Set<CameraId> ids, Runnable name) throws IOException {
    aftermath.settle();
    live.set(ids);
    authority.cameras(ids);
    name.run();
    if (register.isBehind()) {
      live.serveNobody();
    } else {
      aftermath.camerasChanged();
    }
  }

  /// To be called once a second.
  public synchronized void tick() throws IOException {
    clockwork.tick();
  }

  /// Stores what is only stored now and then.
  public synchronized void finish() throws IOException {
    register.store();
  }

  /// Whether this home serves nobody, being an old copy of itself.
  public synchronized boolean isBehind() {
    return register.isBehind();
  }

  /// How many pictures its devices refused since the start.
  public synchronized long reports() {
    return correspondence.reports();
  }
}
