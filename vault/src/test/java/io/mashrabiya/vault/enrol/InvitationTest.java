package io.mashrabiya.vault.enrol;

import static io.mashrabiya.vault.Vectors.hex;
import static io.mashrabiya.vault.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.mashrabiya.vault.Vectors;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.statement.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InvitationTest {
  private static final String ORIGIN = "https://relay.example";
  private static final HouseholdKeys HOME =
      HouseholdKeys.found(RootKey.generate(), Instant.ofEpochSecond(1_795_000_000));
  private static final DeviceKeys PHONE = DeviceKeys.generate();

  static Stream<Arguments> toHome() {
    return Vectors.cases("enrolments", "toHomeCases");
  }

  static Stream<Arguments> toDevice() {
    return Vectors.cases("enrolments", "toDeviceCases");
  }

  @Test
  void derive_vector_givesItsIdAndKeys() throws Malformed {
    JsonObject file = Vectors.file("enrolments");
    InviteKeys keys =
        InviteKeys.derive(
            InviteSecret.copyOf(hex(file, "secret"), InsecureSecretAccess.token()),
            HouseholdId.parse(text(file, "household")));
    assertThat(keys.id()).hasToString(text(file, "inviteId"));
    assertThat(keys.toHome().getEncoded()).isEqualTo(hex(file, "toHome"));
    assertThat(keys.toDevice().getEncoded()).isEqualTo(hex(file, "toDevice"));
  }

  @ParameterizedTest
  @MethodSource("toHome")
  void openToHome_vector_givesItsOutcome(JsonObject vector) throws Malformed {
    Optional<EnrolRequest> opened =
        vectorInvitation().openToHome(Base64Url.decode("vector", text(vector, "message")));
    assertThat(opened.isPresent()).isEqualTo(text(vector, "outcome").equals("opened"));
    if (opened.isPresent()) {
      assertThat(opened).isEqualTo(EnrolRequest.verify(text(vector, "request")));
    }
  }

  @ParameterizedTest
  @MethodSource("toDevice")
  void openToDevice_vector_givesItsOutcome(JsonObject vector) throws Malformed {
    JsonObject file = Vectors.file("enrolments");
    JsonObject device = file.getAsJsonObject("device");
    byte[] first = Base64Url.decode("vector", text(file, "firstMessage"));
    Optional<EnrolAnswer> taken =
        vectorInvitation()
            .openToDevice(first, Base64Url.decode("vector", text(vector, "answer")))
            .filter(answer -> answer.nonce().text().equals(text(device, "nonce")))
            .filter(answer -> answer.device().toString().equals(text(device, "device")));
    assertThat(taken.isPresent()).isEqualTo(text(vector, "outcome").equals("opened"));
    if (taken.isPresent()) {
      assertThat(new String(taken.get().bytes(), StandardCharsets.UTF_8))
          .isEqualTo(text(vector, "body"));
    }
  }

  private static Invitation vectorInvitation() throws Malformed {
    return Invitation.of(PairingLink.parse(text(Vectors.file("enrolments"), "link")));
  }

  @Test
  void id_ofTheVectorsLink_isTheVectors() throws Malformed {
    String id = text(Vectors.file("enrolments"), "inviteId");
    assertThat(vectorInvitation().id()).hasToString(id);
    assertThat(vectorInvitation()).hasToString("Invitation[%s, redacted]".formatted(id));
    assertThat(vectorInvitation().link().secret()).hasToString("InviteSecret[redacted]");
    InviteKeys keys =
        InviteKeys.derive(
            vectorInvitation().link().secret(), vectorInvitation().link().household());
    assertThat(keys).hasToString("InviteKeys[%s, redacted]".formatted(id));
  }

  @Test
  void newcomer_andHomeOverOneInvite_agree() {
    Invitation atHome = Invitation.fresh(HOME.household(), ORIGIN);
    Newcomer newcomer = new Newcomer(atHome.link(), PHONE, "Phone");
    assertThat(newcomer.invitation().id()).isEqualTo(atHome.id());
    EnrolRequest request = atHome.openToHome(newcomer.message()).orElseThrow();
    assertThat(request.name()).isEqualTo("Phone");
    EnrolAnswer answer = answerTo(request);
    assertThat(newcomer.accept(atHome.sealToDevice(newcomer.message(), answer))).contains(answer);
  }

  /// The relay hands the second newcomer's answer to the first, or an older answer again.
  @Test
  void accept_answerToAnotherMessage_isNothing() {
    Invitation atHome = Invitation.fresh(HOME.household(), ORIGIN);
    Newcomer one = new Newcomer(atHome.link(), PHONE, "Phone");
    Newcomer other = new Newcomer(atHome.link(), PHONE, "Phone");
    EnrolAnswer answer = answerTo(atHome.openToHome(one.message()).orElseThrow());
    assertThat(other.accept(atHome.sealToDevice(one.message(), answer))).isEmpty();
    assertThat(other.accept(atHome.sealToDevice(other.message(), answer))).isEmpty();
  }

  @Test
  void accept_answerForAnotherDevice_isNothing() {
    Invitation atHome = Invitation.fresh(HOME.household(), ORIGIN);
    Newcomer newcomer = new Newcomer(atHome.link(), PHONE, "Phone");
    EnrolRequest request = atHome.openToHome(newcomer.message()).orElseThrow();
    VerifyingKey another = DeviceKeys.generate().sign().publicKey();
    EnrolAnswer answer =
        answerTo(
            new EnrolRequest(
                request.household(), another, request.kem(), "Phone", request.nonce(), ORIGIN));
    assertThat(newcomer.accept(atHome.sealToDevice(newcomer.message(), answer))).isEmpty();
  }

  @Test
  void openToHome_everyByteAltered_opensNever() {
    Invitation atHome = Invitation.fresh(HOME.household(), ORIGIN);
    byte[] message = new Newcomer(atHome.link(), PHONE, "Phone").message();
    for (int i = 0; i < message.length; i++) {
      byte[] altered = message.clone();
      altered[i] ^= (byte) 0x80;
      assertThat(atHome.openToHome(altered)).as("byte %s", i).isEmpty();
    }
  }

  @Test
  void seal_sameMessageTwice_hasAnotherNonce() {
    Invitation atHome = Invitation.fresh(HOME.household(), ORIGIN);
    EnrolAnswer answer =
        answerTo(
            atHome.openToHome(new Newcomer(atHome.link(), PHONE, "Phone").message()).orElseThrow());
    byte[] to = {1};
    assertThat(atHome.sealToDevice(to, answer)).isNotEqualTo(atHome.sealToDevice(to, answer));
  }

  @Test
  void toString_ofAllThatHoldsTheSecret_showsNoneOfIt() {
    Invitation invitation = Invitation.fresh(HOME.household(), ORIGIN);
    String secret =
        Base64Url.encode(
            invitation.link().secret().secret().toByteArray(InsecureSecretAccess.token()));
    assertThat(invitation.link().url("https://viewer.example/", InsecureSecretAccess.token()))
        .contains(secret);
    assertThat(invitation + " " + invitation.link() + " " + invitation.link().secret())
        .doesNotContain(secret);
  }

  private static EnrolAnswer answerTo(EnrolRequest request) {
    DeviceId device = DeviceId.of(request.household(), request.sign());
    TreeMap<DeviceId, VerifyingKey> members = new TreeMap<>();
    members.put(device, request.sign());
    MemberList list =
        MemberList.issue(
            HOME.household(),
            new Edition(new Version(HOME.certificate().serial(), 1), Instant.EPOCH),
            members,
            HOME.home().sign());
    return new EnrolAnswer(HOME.certificate(), device, list, "Home", request.nonce(), Terms.FULL);
  }
}
