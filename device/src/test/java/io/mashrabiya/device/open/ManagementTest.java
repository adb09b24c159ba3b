package io.mashrabiya.device.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.vault.enrol.Invitation;
import io.mashrabiya.vault.enrol.InviteSecrets;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.letter.DeviceLetters;
import io.mashrabiya.vault.letter.HomeLetters;
import io.mashrabiya.vault.letter.RequestOpening;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.privacy.Privacy.Shutter;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.wire.statement.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What a device that manages asks, against a home of a few lines with the real letters.
class ManagementTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final HouseholdKeys HOUSE = HouseholdKeys.found(RootKey.generate(), NOW);
  private static final DeviceKeys PHONE = DeviceKeys.generate();
  private static final Origin RELAY = new Origin("https://relay.example");
  private static final Membership MEMBERSHIP =
      new Membership(
          PHONE,
          HOUSE.certificate(),
          MemberList.issue(
              HOUSE.household(),
              new Edition(new Version(1, 1), Instant.EPOCH),
              new TreeMap<>(),
              HOUSE.home().sign()),
          "Our house",
          RELAY);
  private static final DeviceId GUEST = DeviceKeys.generate().idIn(HOUSE.household());

  private final List<Request> asked = new ArrayList<>();
  private Function<RequestHash, Answer> home =
      request -> new Answer.Ruled(NOW, request, MEMBERSHIP.memberList().statement());
  private final Correspondence correspondence =
      new Correspondence(
          () -> new Moment(Duration.ZERO, Duration.between(Instant.EPOCH, NOW)),
          new DeviceLetters(PHONE, HOUSE.certificate()),
          this::post,
          _ -> {},
          () -> MEMBERSHIP.memberList().edition());
  private final Management management =
      new Management(MEMBERSHIP, correspondence, Duration.ofMillis(1));

  /// A confirmation without the list would leave the device unable to tell a home that forgets it.
  @Test
  void remove_answeredWithoutAList_isNoConfirmation() {
    home = request -> new Answer.Done(NOW, request);
    assertThatThrownBy(() -> management.remove(GUEST)).isInstanceOf(LinkFailed.class);
  }

  private void post(Letter letter) {
    switch (new HomeLetters(HOUSE).open(letter, PHONE.sign().publicKey())) {
      case RequestOpening.Opened(Request request, RequestHash hash) -> asked.add(request);
      case RequestOpening other -> throw new AssertionError("not opened: " + other);
    }
    correspondence.answered(home.apply(letter.hash()));
  }

  private Answer.Invited invited(
      Invitation invitation, InviteId id, RequestHash request, KemKey to) {
    byte[] sealed =
        InviteSecrets.seal(invitation.link().secret(), MEMBERSHIP.device(), to, request);
    return new Answer.Invited(NOW, request, id, sealed, NOW.plus(HOUR));
  }

  @Test
  void invite_answered_isTheLinkThatTheHomeMade() throws Exception {
    var made = Invitation.fresh(HOUSE.household(), RELAY.text());
    home = request -> invited(made, made.id(), request, PHONE.kem().publicKey());
    assertThat(management.invite(Terms.FULL, HOUR, Optional.of(GUEST)))
        .isEqualTo(new NewInvite.Made(made.id(), made.link(), NOW.plus(HOUR)));
    assertThat(asked)
        .singleElement()
        .isInstanceOfSatisfying(
            Manage.Invite.class,
            invite -> {
              assertThat(invite.terms()).isEqualTo(Terms.FULL);
              assertThat(invite.goodFor()).isEqualTo(HOUR);
              assertThat(invite.replaces()).contains(GUEST);
            });
  }

  @Test
  void invite_refused_saysWhy() throws Exception {
    home = request -> new Answer.Refused(NOW, request, RefusedReason.NOT_ALLOWED);
    assertThat(management.invite(Terms.FULL, HOUR, Optional.empty()))
        .isEqualTo(new NewInvite.Refused(RefusedReason.NOT_ALLOWED));
  }

  @Test
  void invite_secretForSomebodyElse_isNoLink() {
    var made = Invitation.fresh(HOUSE.household(), RELAY.text());
    home = request -> invited(made, made.id(), request, DeviceKeys.generate().kem().publicKey());
    assertThatThrownBy(() -> management.invite(Terms.FULL, HOUR, Optional.empty()))
        .isInstanceOf(LinkFailed.class)
        .hasMessageContaining("does not open");
  }

  @Test
  void invite_secretOfAnotherAnswer_isNoLink() {
    var made = Invitation.fresh(HOUSE.household(), RELAY.text());
    var before = RequestHash.of("another question");
    home =
        request ->
            new Answer.Invited(
                NOW,
                request,
                made.id(),
                invited(made, made.id(), before, PHONE.kem().publicKey()).sealed(),
                NOW);
    assertThatThrownBy(() -> management.invite(Terms.FULL, HOUR, Optional.empty()))
        .isInstanceOf(LinkFailed.class)
        .hasMessageContaining("does not open");
  }

  @Test
  void invite_secretOfAnotherInvite_isNoLink() {
    var made = Invitation.fresh(HOUSE.household(), RELAY.text());
    home = request -> invited(made, new InviteId(1, 2), request, PHONE.kem().publicKey());
    assertThatThrownBy(() -> management.invite(Terms.FULL, HOUR, Optional.empty()))
        .isInstanceOf(LinkFailed.class)
        .hasMessageContaining("another invite");
  }

  @Test
  void questions_ofAManager_areAskedAsTheyWereSaid() throws Exception {
    var invite = new InviteId(1, 2);
    var camera = new CameraId(3, 4);
    var until = Optional.of(NOW.plusSeconds(60));
    Function<RequestHash, Answer> rules = home;
    home = request -> new Answer.Done(NOW, request);
    assertThat(management.uninvite(invite)).isInstanceOf(Asked.Answered.class);
    home = rules;
    assertThat(management.setMember(GUEST, "Child", Terms.FULL)).isInstanceOf(Asked.Answered.class);
    assertThat(
            management.setPrivacy(
                Optional.of(camera), Optional.of(Shutter.CLOSED), until, Week.EMPTY))
        .isInstanceOf(Asked.Answered.class);
    assertThat(management.remove(GUEST)).isInstanceOf(Asked.Answered.class);

    assertThat(((Manage.Uninvite) asked.get(0)).invite()).isEqualTo(invite);
    var member = (Manage.SetMember) asked.get(1);
    assertThat(member.device()).isEqualTo(GUEST);
    assertThat(member.name()).isEqualTo("Child");
    assertThat(member.terms()).isEqualTo(Terms.FULL);
    var privacy = (Manage.SetPrivacy) asked.get(2);
    assertThat(privacy.camera()).contains(camera);
    assertThat(privacy.hand()).contains(Shutter.CLOSED);
    assertThat(privacy.until()).isEqualTo(until);
    assertThat(((Manage.Remove) asked.get(3)).device()).isEqualTo(GUEST);
  }
}
