package io.mashrabiya.wire.enrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.wire.TestKeys;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import io.mashrabiya.wire.statement.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EnrolTest {
  private final TestKeys root = TestKeys.of("root");
  private final TestKeys home = TestKeys.of("home");
  private final TestKeys device = TestKeys.of("device");
  private final HouseholdId household = HouseholdId.of(root.verifying());
  private final DeviceId id = DeviceId.of(household, device.verifying());
  private final Nonce nonce = new Nonce(new byte[16]);
  private final KemKey kem = new KemKey(new byte[32]);
  private final EnrolRequest request =
      new EnrolRequest(
          household, device.verifying(), kem, "Kitchen tablet", nonce, "http://localhost:8080");
  private final HomeCertificate certificate =
      HomeCertificate.issue(root.verifying(), 7, home.verifying(), kem, root.signer());

  private EnrolAnswer answer(Map<DeviceId, io.mashrabiya.wire.keys.VerifyingKey> members) {
    var list =
        MemberList.issue(
            household,
            new Edition(new Version(7, 1), Instant.EPOCH),
            new TreeMap<>(members),
            home.signer());
    return new EnrolAnswer(certificate, id, list, "Our house", nonce, Terms.FULL);
  }

  @Test
  void request_signedByItsOwnKey_comesBack() throws Malformed {
    assertThat(EnrolRequest.verify(request.sign(device.signer()).text())).contains(request);
  }

  @Test
  void request_signedByAnotherKey_isEmpty() throws Malformed {
    assertThat(EnrolRequest.verify(request.sign(TestKeys.of("other").signer()).text())).isEmpty();
  }

  @Test
  void request_withSuitesToCome_keepsTheKnownOne() throws Malformed {
    var read =
        EnrolRequest.verify(requestWithKems(List.of(suite(0x0020, 32), suite(0x647a, 1216))));
    assertThat(read.orElseThrow().kem()).isEqualTo(kem);
  }

  @Test
  void request_withoutAKnownSuiteOrWithTwo_isMalformed() {
    assertThatThrownBy(() -> EnrolRequest.verify(requestWithKems(List.of(suite(0x647a, 1216)))))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(
            () -> EnrolRequest.verify(requestWithKems(List.of(suite(32, 32), suite(32, 32)))))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> EnrolRequest.verify(requestWithKems(List.of(suite(32, 31)))))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void answer_ofThisHousehold_comesBack() throws Malformed {
    var answer = answer(Map.of(id, device.verifying()));
    assertThat(EnrolAnswer.verify(answer.bytes(), household)).contains(answer);
  }

  @Test
  void answer_ofAnotherHousehold_isEmpty() throws Malformed {
    var answer = answer(Map.of(id, device.verifying()));
    assertThat(EnrolAnswer.verify(answer.bytes(), HouseholdId.of(TestKeys.of("other").verifying())))
        .isEmpty();
  }

  @Test
  void answer_thatDoesNotListTheNewcomer_isEmpty() throws Malformed {
    assertThat(EnrolAnswer.verify(answer(Map.of()).bytes(), household)).isEmpty();
  }

  @Test
  void answer_withTermsThatCannotBe_isMalformed() {
    String text = new String(answer(Map.of(id, device.verifying())).bytes(), UTF_8);
    String changed = text.replaceFirst("\"untilMicros\":0", "\"untilMicros\":1");
    assertThat(changed).isNotEqualTo(text);
    assertThatThrownBy(() -> EnrolAnswer.verify(changed.getBytes(UTF_8), household))
        .isInstanceOf(Malformed.class);
  }

  private static Json suite(int kem, int sizeBytes) {
    return Json.object().put("kem", kem).put("key", new byte[sizeBytes]).build();
  }

  private String requestWithKems(List<Json> kems) {
    var payload =
        Json.object()
            .put("household", household.toString())
            .put("kems", kems, kem -> kem)
            .put("name", "Kitchen tablet")
            .put("nonce", nonce.bytes())
            .put("origin", "http://localhost:8080")
            .put("sign", device.verifying().bytes())
            .build();
    return Statement.sign(Typ.ENROL, payload, device.signer()).text();
  }
}
