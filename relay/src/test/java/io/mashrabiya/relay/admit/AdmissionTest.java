package io.mashrabiya.relay.admit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.ids.HouseholdId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final HouseholdId ONE = new HouseholdId(1, 1, 1);
  private static final HouseholdId OTHER = new HouseholdId(1, 1, 2);

  @Test
  void list_household_admitsOnlyWhoIsOnIt() {
    var admission = Admission.list(Set.of(ONE));
    assertThat(admission.admits(ONE)).isTrue();
    assertThat(admission.admits(OTHER)).isFalse();
  }

  @Test
  void list_oneMore_admitsBoth() {
    var admission = Admission.list(Set.of(ONE)).and(OTHER);
    assertThat(admission.admits(ONE)).isTrue();
    assertThat(admission.admits(OTHER)).isTrue();
  }

  @Test
  void open_anyHousehold_isAdmitted() {
    assertThat(Admission.open().admits(OTHER)).isTrue();
    assertThat(Admission.open().and(ONE).admits(OTHER)).isTrue();
  }
}
