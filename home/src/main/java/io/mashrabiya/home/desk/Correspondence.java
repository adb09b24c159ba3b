package io.mashrabiya.home.desk;

import io.mashrabiya.home.authority.Authority;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.authority.Member;
import io.mashrabiya.home.authority.Ruling;
import io.mashrabiya.home.clock.HomeClock;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.vault.enrol.Invitation;
import io.mashrabiya.vault.enrol.InviteSecrets;
import io.mashrabiya.vault.letter.HomeLetters;
import io.mashrabiya.vault.letter.RequestOpening;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraBeat;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.sealed.Track;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What devices write: opens a letter, asks the authority, carries out its ruling and answers.
final class Correspondence {
  private static final System.Logger LOG = System.getLogger(Correspondence.class.getName());

  private final Authority authority;
  private final Register register;
  private final Herald herald;
  private final Aftermath aftermath;
  private final Live live;
  private final HomeClock clock;
  private final HomeLetters letters;
  private final Desk.Cameras cameras;
  private final Enrolments enrolments;
  private final Description description;
  private long reports;

  Correspondence(
      Authority authority,
      Register register,
      Herald herald,
      Aftermath aftermath,
      Live live,
      HomeClock clock,
      HomeLetters letters,
      Desk.Cameras cameras,
      Enrolments enrolments) {
    this.authority = authority;
    this.register = register;
    this.herald = herald;
    this.aftermath = aftermath;
    this.live = live;
    this.clock = clock;
    this.letters = letters;
    this.cameras = cameras;
    this.enrolments = enrolments;
    this.description = new Description(authority, register, cameras);
  }

  /// A device wrote.
  void letter(HomeHears.Post came) throws IOException {
    Optional<Member> writer = register.known(came.letter().device());
    if (writer.isEmpty() || !came.device().equals(came.letter().device())) {
      LOG.log(Level.DEBUG, () -> "a letter of a stranger, " + came.device());
      return;
    }
    Member member = writer.get();
    switch (letters.open(came.letter(), member.sign())) {
      case RequestOpening.NotSigned() ->
          LOG.log(Level.DEBUG, () -> "a letter that " + member.device() + " did not write");
      case RequestOpening.Unreadable() ->
          herald.answer(
              refusal(came.letter().hash(), RefusedReason.MALFORMED), member, came.link());
      case RequestOpening.Opened(Request request, RequestHash hash) ->
          herald.answer(answer(member, request, hash), member, came.link());
    }
  }

  private Answer answer(Member member, Request request, RequestHash hash) throws IOException {
    Instant now = clock.instant();
    return switch (authority.rule(member.device(), request, hash, now)) {
      case Ruling.Refuse(RefusedReason reason) -> refusal(hash, reason);
      case Ruling.Open(CameraId camera, Track track) -> opened(member, camera, track, hash);
      case Ruling.Vouch(Set<CameraId> asked, List<RequestHash> unknown, List<RequestHash> anew) ->
          new Answer.BeatAnswer(now, hash, beats(asked), unknown, anew);
      case Ruling.Close() -> closed(hash);
      case Ruling.Describe() -> description.to(member, now, hash);
      case Ruling.Strike(Member struck) -> strike(struck, hash);
      case Ruling.Confirm() -> ruled(hash);
      case Ruling.Change() -> change(hash);
      case Ruling.Invite(InviteTerms terms) -> invite(member, terms, hash);
      case Ruling.Uninvite(InviteId invite) -> uninvite(invite, hash);
      case Ruling.Note(Request.Report report) -> note(member, report, hash);
      case Ruling.StandBack(MemberList shown) -> standBack(shown, hash);
    };
  }

  private Answer opened(Member member, CameraId camera, Track track, RequestHash hash) {
    live.lease(authority.leased(clock.instant()));
    return new Answer.Opened(
        clock.instant(),
        hash,
        camera,
        live.card(member, register.access()),
        live.epoch(),
        register.list().statement(),
        live.starts(camera, track));
  }

  private List<CameraBeat> beats(Set<CameraId> asked) {
    return cameras.all().stream()
        .filter(known -> asked.contains(known.camera()))
        .map(known ->
            new CameraBeat(
                known.camera(),
                live.epoch(),
                live.newestCapture(known.camera()),
                live.hasSound(known.camera()),
                known.state()))
        .toList();
  }

  private Answer closed(RequestHash hash) {
    live.lease(authority.leased(clock.instant()));
    return new Answer.Done(clock.instant(), hash);
  }

  private Answer strike(Member struck, RequestHash hash) throws IOException {
    aftermath.changed();
    LOG.log(Level.INFO, () -> "device " + struck.device() + " was removed");
    return ruled(hash);
  }

  private Answer change(RequestHash hash) throws IOException {
    aftermath.changed();
    return ruled(hash);
  }

  private Answer ruled(RequestHash hash) {
    return new Answer.Ruled(clock.instant(), hash, register.list().statement());
  }

  private Answer invite(Member by, InviteTerms terms, RequestHash hash) {
    Invitation invitation = enrolments.invite(terms);
    herald.pushChanged(clock.instant());
    Instant now = clock.instant();
    return new Answer.Invited(
        now,
        hash,
        invitation.id(),
        InviteSecrets.seal(invitation.link().secret(), by.device(), by.kem(), hash),
        now.plus(terms.goodFor()));
  }

  private Answer uninvite(InviteId invite, RequestHash hash) {
    enrolments.withdraw(invite);
    herald.pushChanged(clock.instant());
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

  private Answer standBack(MemberList shown, RequestHash hash) throws IOException {
    live.serveNobody();
    register.store(shown);
    LOG.log(Level.ERROR, Desk.BEHIND.toString());
    return new Answer.Done(clock.instant(), hash);
  }

  private Answer refusal(RequestHash hash, RefusedReason reason) {
    return new Answer.Refused(clock.instant(), hash, reason);
  }

  /// How many pictures were refused.
  long reports() {
    return reports;
  }
}
