package io.mashrabiya.home.link;

import io.mashrabiya.home.authority.Authority;
import io.mashrabiya.home.authority.Enrolment;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.home.authority.Ruling;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.vault.enrol.Invitation;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.letter.HomeLetters;
import io.mashrabiya.vault.letter.RequestOpening;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.enrol.Right;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraBeat;
import io.mashrabiya.wire.letter.CameraEntry;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.MemberList;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where letters and newcomers are dealt with: opens what came, asks the authority, carries out its
/// ruling and seals the answer.
///
/// Guarantee: one thing at a time, and what a ruling changes is on the disk before anybody is told
/// of it. If the disk fails, nobody is told anything.
public final class Desk {
  private static final System.Logger LOG = System.getLogger(Desk.class.getName());
  private static final Duration ROSTER_STORED_EVERY = Duration.ofMinutes(10);

  private final HomeFolder folder;
  private final HouseholdKeys keys;
  private final Origin origin;
  private final HomeClock clock;
  private final Cameras cameras;
  private final Live live;
  private final ControlPost post;
  private final HomeLetters letters;
  private final Authority authority;
  private final Map<InviteId, Invitation> invitations = new HashMap<>();
  private Instant rosterStored;
  private long reports;

  /// The cameras as people know them.
  @FunctionalInterface
  public interface Cameras {
    List<CameraEntry> entries();
  }

  public Desk(
      HomeFolder folder,
      Origin origin,
      HomeClock clock,
      Set<CameraId> ids,
      Cameras cameras,
      Live live,
      ControlPost post) {
    this.folder = folder;
    this.keys = folder.keys();
    this.origin = origin;
    this.clock = clock;
    this.cameras = cameras;
    this.live = live;
    this.post = post;
    this.letters = new HomeLetters(keys);
    this.rosterStored = clock.instant();
    this.authority =
        new Authority(keys.certificate(), ids, folder.state().roster(), clock.instant());
  }

  /// Makes an invite and tells the relay of it.
  public synchronized Invitation invite(InviteTerms terms) {
    Invitation invitation = Invitation.fresh(keys.household(), origin.text());
    Instant now = clock.instant();
    authority.invite(invitation.id(), terms, now);
    invitations.put(invitation.id(), invitation);
    invitations.keySet().removeIf(id -> !authority.stands(id, now));
    post.say(new HomeSays.Invite(invitation.id(), terms.goodFor().toSeconds()));
    return invitation;
  }

  /// All that a relay needs to know of the household, for one that knows nothing.
  public synchronized List<HomeSays> introduction() {
    List<HomeSays> all = new ArrayList<>();
    all.add(new HomeSays.Members(memberList().statement()));
    if (isBehind()) {
      return all; // so that its devices reach it and are told; no keys, no newcomers
    }
    members().forEach(member -> all.add(new HomeSays.Card(live.card(member))));
    authority
        .invites(clock.instant())
        .forEach((id, left) -> all.add(new HomeSays.Invite(id, Math.max(1, left.toSeconds()))));
    return all;
  }

  /// A device wrote.
  public synchronized void letter(HomeHears.Post came) throws IOException {
    Optional<Member> writer = authority.roster().known(came.letter().device());
    if (writer.isEmpty() || !came.device().equals(came.letter().device())) {
      LOG.log(Level.DEBUG, () -> "a letter of a stranger, " + came.device());
      return;
    }
    Member member = writer.get();
    Answer answer =
        switch (letters.open(came.letter(), member.sign())) {
          case RequestOpening.NotSigned() -> null;
          case RequestOpening.Unreadable() ->
              refusal(came.letter().hash(), RefusedReason.MALFORMED);
          case RequestOpening.Opened(Request request, RequestHash hash) ->
              answer(member, request, hash);
        };
    if (answer != null) {
      Letter sealed = letters.seal(answer, member.device(), member.kem());
      post.say(new HomeSays.Post(member.device(), sealed, came.link()));
    }
  }

  private Answer answer(Member member, Request request, RequestHash hash) throws IOException {
    Instant now = clock.instant();
    return switch (authority.rule(member.device(), request, hash, now)) {
      case Ruling.Refuse(RefusedReason reason) -> refusal(hash, reason);
      case Ruling.Open(CameraId camera) -> opened(member, camera, hash);
      case Ruling.Vouch(Set<CameraId> asked, List<RequestHash> unknown) ->
          new Answer.BeatAnswer(now, hash, beats(asked), unknown);
      case Ruling.Close() -> closed(hash);
      case Ruling.Describe() -> description(hash);
      case Ruling.Strike(Member struck) -> strike(struck, hash);
      case Ruling.Note(Request.Report report) -> note(member, report, hash);
      case Ruling.StandBack() -> standBack(hash);
    };
  }

  private Answer opened(Member member, CameraId camera, RequestHash hash) {
    live.lease(authority.leased(clock.instant()));
    return new Answer.Opened(
        clock.instant(),
        hash,
        camera,
        live.card(member),
        live.epoch(),
        memberList().statement(),
        live.starts(camera));
  }

  private List<CameraBeat> beats(Set<CameraId> asked) {
    return cameras.entries().stream()
        .filter(entry -> asked.contains(entry.camera()))
        .map(entry ->
            new CameraBeat(
                entry.camera(), live.epoch(), live.newestCapture(entry.camera()), entry.state()))
        .toList();
  }

  private Answer closed(RequestHash hash) {
    live.lease(authority.leased(clock.instant()));
    return new Answer.Done(clock.instant(), hash);
  }

  private Answer description(RequestHash hash) {
    return new Answer.HouseholdAnswer(
        clock.instant(),
        hash,
        folder.state().name(),
        cameras.entries(),
        members().stream().map(Member::entry).toList());
  }

  /// Struck on the disk, then the relay's list, then new keys for those who remain, and only then
  /// the confirmation.
  private Answer strike(Member struck, RequestHash hash) throws IOException {
    storeRoster();
    live.lease(authority.leased(clock.instant()));
    post.say(new HomeSays.Members(memberList().statement()));
    live.beginEpoch(members(), clock.instant(), this::handOut);
    pushChanged();
    LOG.log(Level.INFO, () -> "device " + struck.device() + " was removed");
    return new Answer.Done(clock.instant(), hash);
  }

  private Answer note(Member member, Request.Report report, RequestHash hash) {
    reports++;
    LOG.log(
        Level.WARNING,
        () ->
            "device "
                + member.device()
                + " refused frame "
                + report.number()
                + " of "
                + report.kid()
                + " of camera "
                + report.camera()
                + ": "
                + report.reason().text());
    return new Answer.Done(clock.instant(), hash);
  }

  private Answer standBack(RequestHash hash) throws IOException {
    storeRoster();
    live.lease(Set.of());
    LOG.log(Level.ERROR, BEHIND);
    return new Answer.Done(clock.instant(), hash);
  }

  /// What an operator is told when the home is an old copy of itself.
  public static final String BEHIND =
      "this home is an old copy of itself: a device holds a newer member list that it signed."
          + " It serves nobody, because it may have forgotten who was removed."
          + " Put back the newest copy of its data folder.";

  private Answer refusal(RequestHash hash, RefusedReason reason) {
    return new Answer.Refused(clock.instant(), hash, reason);
  }

  /// A newcomer wrote.
  public synchronized void enrol(HomeHears.Enrol came) throws IOException {
    byte[] answer = enrolled(came).orElse(new byte[0]);
    post.say(new HomeSays.Enrolled(answer, came.link()));
  }

  private Optional<byte[]> enrolled(HomeHears.Enrol came) throws IOException {
    Instant now = clock.instant();
    Invitation invitation = invitations.get(came.invite());
    if (invitation == null || !authority.stands(came.invite(), now)) {
      return Optional.empty();
    }
    Optional<EnrolRequest> opened = invitation.openToHome(came.message());
    Enrolment enrolment = authority.enrol(came.invite(), opened, now);
    if (!authority.stands(came.invite(), now)) {
      invitations.remove(came.invite());
      post.say(new HomeSays.Uninvite(came.invite()));
    }
    return switch (enrolment) {
      case Enrolment.Refused() -> Optional.empty();
      case Enrolment.Again(Member member) -> Optional.of(welcome(invitation, came, member, opened));
      case Enrolment.Admitted(Member member) -> {
        storeRoster();
        post.say(new HomeSays.Members(memberList().statement()));
        handOut(live.card(member));
        pushChanged();
        LOG.log(Level.INFO, () -> "device " + member.device() + " was taken in");
        yield Optional.of(welcome(invitation, came, member, opened));
      }
    };
  }

  private byte[] welcome(
      Invitation invitation, HomeHears.Enrol came, Member member, Optional<EnrolRequest> opened) {
    EnrolAnswer answer =
        new EnrolAnswer(
            keys.certificate(),
            member.device(),
            memberList(),
            folder.state().name(),
            opened.orElseThrow().nonce(),
            EnumSet.allOf(Right.class));
    return invitation.sealToDevice(came.message(), answer);
  }

  /// Once a second: leases that ran out, an epoch whose day is over, a clock that leapt.
  public synchronized void tick() throws IOException {
    boolean leapt = clock.leapt();
    Instant now = clock.instant();
    if (leapt) {
      authority.restart(now);
    }
    live.lease(authority.leased(now));
    if (leapt || live.isEpochOver(now)) {
      live.beginEpoch(members(), now, this::handOut);
    }
    if (Duration.between(rosterStored, now).compareTo(ROSTER_STORED_EVERY) > 0) {
      storeRoster(); // when each device was last seen
    }
  }

  /// Stores what is only stored now and then.
  public synchronized void finish() throws IOException {
    storeRoster();
  }

  /// Whether this home serves nobody, being an old copy of itself.
  public synchronized boolean isBehind() {
    return authority.roster().behind();
  }

  /// How many pictures its devices refused since the start.
  public synchronized long reports() {
    return reports;
  }

  private Collection<Member> members() {
    return authority.roster().members().values();
  }

  private MemberList memberList() {
    return MemberList.issue(
        keys.household(), authority.version(), authority.roster().keys(), keys.home().sign());
  }

  private void storeRoster() throws IOException {
    Roster roster = authority.roster();
    folder.update(state -> state.withRoster(roster));
    rosterStored = clock.instant();
  }

  private void handOut(KeyCard card) {
    post.say(new HomeSays.Card(card));
  }

  private void pushChanged() {
    Push push = new Push.HouseholdChanged(clock.instant());
    for (Member member : members()) {
      Letter letter = letters.seal(push, member.device(), member.kem());
      post.say(new HomeSays.Post(member.device(), letter, 0));
    }
  }
}
