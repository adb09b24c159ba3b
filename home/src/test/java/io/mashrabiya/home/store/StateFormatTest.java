package io.mashrabiya.home.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.authority.Editions;
import io.mashrabiya.home.authority.Roster;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.privacy.HousePrivacy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFormatTest {
  private static final HouseholdId HOUSEHOLD = new HouseholdId(1, 2, 3);
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);

  private static HouseholdState state() {
    var ruled = new TreeMap<>(Map.of(8L, NOW, 9L, NOW.plusNanos(1_000)));
    var roster = new Roster(new Editions(ruled), new TreeMap<>(), new TreeMap<>(), false);
    return HouseholdState.founded("House", Optional.empty()).with(roster, HousePrivacy.NONE);
  }

  @Test
  void parse_whatWasWritten_hasTheTimesOfItsVersions() throws Malformed {
    assertThat(StateFormat.parse(StateFormat.bytes(state()), HOUSEHOLD)).isEqualTo(state());
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"ruled\":[]'|'\"ruled\":[1795000000000000,1795000000000001]'",
        "'\"ruled\":[\"1\"]'|'\"ruled\":[1795000000000000,1795000000000001]'",
        "'\"version\":1}'|'\"version\":9}'",
        "'/v2/'|'/v3/'"
      })
  void parse_timesThatFitNoVersionOrAnotherFormat_isRefused(String bad, String good) {
    String text = new String(StateFormat.bytes(state()), StandardCharsets.UTF_8);
    assertThat(text).contains(good);
    byte[] spoiled = text.replace(good, bad).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> StateFormat.parse(spoiled, HOUSEHOLD)).isInstanceOf(Malformed.class);
  }
}
