package io.mashrabiya.wire.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.TestKeys;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.OneMore;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.link.LinkProof;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.right.Terms;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Whatever is signed is refused with one member more than its reader knows, in any of its objects
/// and by whoever may sign it: none is read in two ways.
class OneMemberMoreTest {
  private final TestKeys root = TestKeys.of("root");
  private final TestKeys home = TestKeys.of("home");
  private final TestKeys phone = TestKeys.of("device");
  private final KemKey kem = new KemKey(new byte[KemKey.SIZE_BYTES]);
  private final HouseholdId household = HouseholdId.of(root.verifying());
  private final DeviceId device = DeviceId.of(household, phone.verifying());
  private final Nonce nonce = new Nonce(new byte[Nonce.SIZE_BYTES]);
  private final Challenge challenge = new Challenge(new byte[Challenge.SIZE_BYTES]);
  private final Origin origin = new Origin("http://localhost:8080");
  private final HomeCertificate certificate =
      HomeCertificate.issue(root.verifying(), 7, home.verifying(), kem, root.signer());
  private final MemberList members =
      MemberList.issue(
          household,
          new Edition(new Version(7, 1), Instant.EPOCH),
          new TreeMap<>(Map.of(device, phone.verifying())),
          home.signer());

  private interface Reader {
    Object read(String text) throws Malformed;
  }

  private static void assertClosed(Statement good, TestKeys signer, Reader reader)
      throws Malformed {
    assertThat(reader.read(good.text())).isNotNull();
    assertThat(OneMore.in(good.payload()))
        .isNotEmpty()
        .map(more -> Statement.sign(good.typ(), (Json.Members) more, signer.signer()).text())
        .allSatisfy(
            more -> assertThatThrownBy(() -> reader.read(more)).isInstanceOf(Malformed.class));
  }

  @Test
  void certificate_withOneMemberMore_isMalformed() throws Malformed {
    assertClosed(certificate.statement(), root, HomeCertificate::verify);
  }

  @Test
  void memberList_withOneMemberMore_isMalformed() throws Malformed {
    assertClosed(members.statement(), home, text -> MemberList.verify(text, certificate));
  }

  @Test
  void card_withOneMemberMore_isMalformed() throws Malformed {
    var card = KeyCard.issue(household, device, new Version(7, 1), new byte[9], home.signer());
    assertClosed(card.statement(), home, KeyCard::parse);
  }

  @Test
  void letter_withOneMemberMore_isMalformed() throws Malformed {
    var letter =
        Letter.write(Typ.OPEN, household, device, Direction.TO_HOME, new byte[9], phone.signer());
    assertClosed(letter.statement(), phone, text -> Letter.parse(text, Direction.TO_HOME));
  }

  @Test
  void proof_withOneMemberMore_isMalformed() throws Malformed {
    var ofHome = LinkProof.OfHome.sign(household, challenge, origin, home.signer());
    assertClosed(ofHome.statement(), home, LinkProof.OfHome::parse);
    var ofDevice = LinkProof.OfDevice.sign(household, device, challenge, origin, phone.signer());
    assertClosed(ofDevice.statement(), phone, LinkProof.OfDevice::parse);
  }

  @Test
  void enrolment_withOneMemberMore_isMalformed() throws Malformed {
    var request =
        new EnrolRequest(household, phone.verifying(), kem, "Phone", nonce, origin.text());
    assertClosed(request.sign(phone.signer()), phone, EnrolRequest::verify);
    var answer = new EnrolAnswer(certificate, device, members, "House", nonce, Terms.FULL);
    assertThat(OneMore.in(Json.parse("test", answer.bytes())))
        .isNotEmpty()
        .allSatisfy(more ->
            assertThatThrownBy(() -> EnrolAnswer.verify(more.bytes(), household))
                .isInstanceOf(Malformed.class));
  }
}
