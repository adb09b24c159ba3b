package io.mashrabiya.home.desk;

import static io.mashrabiya.words.Sentence.say;

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
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.ZoneId;
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
  public static final Sentence BEHIND =
      say(
          "This home is an old copy of itself: a device holds a newer member list that it signed."
              + " It serves nobody, because it may have forgotten who was removed, until the newest copy of"
              + " its data folder is put back or its owner confirms the devices with `mashrabiya home"
              + " restore --kit`.");

  private static final System.Logger LOG = System.getLogger(Desk.class.getName());

  private final Authority authority;
  private final HomeClock clock;
  private final Live live;
  private final Register register;
  private final Herald herald;
  private final Aftermath aftermath;
  private final Enrolments enrolments;
  private final Correspondence correspondence;
  private final Clockwork clockwork;

  /// A camera as its home knows it.
  ///
  /// @param state how it does; of one that is closed [CameraState#PRIVATE]
  public record Known(CameraId camera, String name, CameraState state) {}

  /// The cameras themselves.
  public interface Cameras {
    /// Those of the household, closed or open.
    List<Known> all();

    /// Only these may be read from now on. Returns at once.
    void open(Set<CameraId> open);
  }

  /// @param wall where the home's clock hangs
  /// @param ids of the household's cameras
  /// @param post where what is said goes
  public Desk(
      HomeFolder folder,
      Origin origin,
      HomeClock clock,
      ZoneId wall,
      Set<CameraId> ids,
      Cameras cameras,
      Live live,
      ControlPost post)
      throws IOException {
    var keys = folder.keys();
    var letters = new HomeLetters(keys);
    this.clock = clock;
    this.live = live;
    authority =
        new Authority(
            keys.certificate(),
            ids,
            new Tracks(live),
            folder.state().roster(),
            folder.state().privacy(),
            wall,
            clock.instant());
    register = new Register(folder, authority, clock);
    herald = new Herald(post, letters, register, live);
    aftermath = new Aftermath(authority, register, herald, live, cameras, clock);
    enrolments = new Enrolments(authority, register, herald, aftermath, clock, origin);
    correspondence =
        new Correspondence(
            authority, register, herald, aftermath, live, clock, letters, cameras, enrolments);
    clockwork = new Clockwork(authority, register, herald, aftermath, live, clock);
    if (register.isBehind()) {
      live.serveNobody();
    } else {
      live.set(register.access().open());
      cameras.open(register.access().open());
    }
  }

  /// Makes an invite and tells the relay of it.
  public synchronized Invitation invite(InviteTerms terms) {
    return enrolments.invite(terms);
  }

  /// The same for somebody at the home's own machine, whom it may refuse.
  public synchronized Inviting inviteFor(InviteTerms terms) {
    Instant now = clock.instant();
    if (register.isBehind()) {
      return new Inviting.Behind();
    }
    if (!authority.fits(terms, now)) {
      return new Inviting.Full();
    }
    Invitation invitation = enrolments.invite(terms);
    herald.pushChanged(now);
    LOG.log(Level.INFO, () -> "invite " + invitation.id() + " was made at the home's machine");
    return new Inviting.Made(invitation.link(), now.plus(terms.goodFor()));
  }

  @Override
  public synchronized List<HomeSays> introduction() throws IOException {
    clockwork.bringUpToDate();
    return herald.introduction(enrolments.standing());
  }

  @Override
  public synchronized void letter(HomeHears.Post came) throws IOException {
    clockwork.bringUpToDate();
    correspondence.letter(came);
  }

  @Override
  public synchronized void enrol(HomeHears.Enrol came) throws IOException {
    clockwork.bringUpToDate();
    enrolments.enrol(came);
  }

  /// These are the household's cameras from now on: sessions with others end, and everybody gets
  /// new keys and is told.
  ///
  /// @param name makes them the ones that are named to whoever asks
  public synchronized void cameras(Set<CameraId> ids, Runnable name) throws IOException {
    aftermath.settle();
    authority.cameras(ids, clock.instant());
    name.run();
    if (register.isBehind()) {
      live.set(ids);
      live.serveNobody();
    } else {
      aftermath.changed();
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
