package io.mashrabiya.relay.admit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.admit.HomeAdmission.Standing;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.AdmissionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HomeAdmissionTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
  private static final HouseholdId LISTED = new TestHousehold().id();
  private static final HouseholdId OTHER = new TestHousehold().id();

  private final HomeAdmission homes =
      new HomeAdmission(Admission.list(Set.of(LISTED)), Register.EMPTY);

  @Test
  void standing_ofTheListAndBesides_isTheConfigurationsWord() {
    assertThat(homes.standing(LISTED)).isEqualTo(Standing.ADMITTED);
    assertThat(homes.standing(OTHER)).isEqualTo(Standing.NOT_ADMITTED);
  }

  @Test
  void standing_ofOneThatTheOperatorAdmitted_outlivesAnotherList() {
    homes.decide(register -> register.admit(OTHER, NOW));
    homes.configure(Admission.list(Set.of()));
    assertThat(homes.standing(OTHER)).isEqualTo(Standing.ADMITTED);
    assertThat(homes.standing(LISTED)).isEqualTo(Standing.NOT_ADMITTED);
  }

  @Test
  void standing_ofOneThatWasDismissed_staysOutOfAListAndOfAnOpenRelay() {
    homes.decide(register -> register.dismiss(LISTED, NOW));
    assertThat(homes.standing(LISTED)).isEqualTo(Standing.NOT_ADMITTED);
    homes.configure(Admission.open());
    assertThat(homes.standing(LISTED)).isEqualTo(Standing.NOT_ADMITTED);
    assertThat(homes.standing(OTHER)).isEqualTo(Standing.ADMITTED);
    homes.decide(register -> register.admit(LISTED, NOW));
    assertThat(homes.standing(LISTED)).isEqualTo(Standing.ADMITTED);
  }

  @Test
  void standing_resumed_isWhatItWasBefore() {
    homes.decide(register -> register.suspend(LISTED, NOW).suspend(OTHER, NOW));
    assertThat(homes.standing(LISTED)).isEqualTo(Standing.SUSPENDED);
    assertThat(homes.standing(OTHER)).isEqualTo(Standing.SUSPENDED);
    homes.decide(register -> register.resume(LISTED).resume(OTHER));
    assertThat(homes.standing(LISTED)).isEqualTo(Standing.ADMITTED);
    assertThat(homes.standing(OTHER)).isEqualTo(Standing.NOT_ADMITTED);
  }

  @Test
  void opens_atARelayThatTakesNoCodes_isFalse() {
    var code = new AdmissionCode(new byte[16]);
    homes.decide(register -> register.invite(CodeHash.of(code), NOW.plusSeconds(1), NOW));
    assertThat(homes.opens(Optional.of(code), NOW)).isFalse();
    assertThat(homes.redeem(code, OTHER, NOW)).isFalse();
    homes.configure(Admission.invite(Set.of()));
    assertThat(homes.opens(Optional.of(code), NOW)).isTrue();
    assertThat(homes.opens(Optional.empty(), NOW)).isFalse();
    assertThat(homes.opens(Optional.of(code), NOW.plusSeconds(1))).isFalse();
  }

  @Test
  void invite_oneTooMany_voidsTheOneThatEndsFirst() {
    for (int i = 0; i <= Register.MOST_CODES; i++) {
      var code = CodeHash.of(code(i));
      var until = NOW.plus(Duration.ofHours(1)).plusSeconds(i);
      homes.decide(register -> register.invite(code, until, NOW));
    }
    assertThat(homes.register().codes()).hasSize(Register.MOST_CODES);
    assertThat(homes.register().isGood(CodeHash.of(code(0)), NOW)).isFalse();
    assertThat(homes.register().isGood(CodeHash.of(code(1)), NOW)).isTrue();
  }

  @Test
  void invite_afterOthersEnded_forgetsThem() {
    homes.decide(register -> register.invite(CodeHash.of(code(1)), NOW.plusSeconds(5), NOW));
    var later = NOW.plusSeconds(5);
    homes.decide(register -> register.invite(CodeHash.of(code(2)), later.plusSeconds(5), later));
    assertThat(homes.register().codes()).containsOnlyKeys(CodeHash.of(code(2)));
  }

  private static AdmissionCode code(int number) {
    byte[] bytes = new byte[AdmissionCode.SIZE_BYTES];
    bytes[0] = (byte) (number >> 8);
    bytes[1] = (byte) number;
    return new AdmissionCode(bytes);
  }
}
