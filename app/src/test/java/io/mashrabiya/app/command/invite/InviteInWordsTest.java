package io.mashrabiya.app.command.invite;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.language.Language;
import io.mashrabiya.home.door.InviteWish;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.words.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InviteInWordsTest {
  private static final Instant UNTIL = Instant.parse("2026-11-27T08:10:00Z");

  private static List<String> words(InviteWish wish) {
    return InviteInWords.of(wish, UNTIL, ZoneOffset.UTC).stream().map(Sentence::toString).toList();
  }

  @Test
  void of_thePlainInvite_saysThatItManages() {
    assertThat(words(InviteWish.PLAIN))
        .containsExactly(
            "This link pairs one device, until Friday 27 November 2026, 08:10.",
            "It may see, hear and speak at every camera.",
            "It manages the household: it invites and removes devices, and says what they may.");
  }

  @Test
  void of_aGuestsInvite_saysWhereAndWhen() throws Exception {
    var wish =
        new InviteWish(
            Duration.ofHours(1),
            Optional.empty(),
            List.of("Door", "Yard"),
            Optional.of(Instant.parse("2026-11-30T00:00:00Z")),
            new Week(List.of(HoursInWords.read("mon 8-16"), HoursInWords.read("sat 9-12"))));
    assertThat(words(wish))
        .containsExactly(
            "This link pairs one device, until Friday 27 November 2026, 08:10.",
            "It may see at Door, Yard and no other camera.",
            "Only in these hours: Mon 08:00 to 16:00; Sat 09:00 to 12:00.",
            "It is a guest, until Monday 30 November 2026, 00:00.");
  }

  @Test
  void of_aManagerWhoLooksNowhere_saysSo() throws Exception {
    var wish =
        new InviteWish(
            Duration.ofHours(1),
            Optional.of(RightsInWords.read("manage")),
            List.of(),
            Optional.empty(),
            Week.EMPTY);
    assertThat(words(wish)).contains("It may neither see nor hear.");
  }

  @Test
  void of_anInvite_inAnotherLanguage_hasItsDaysAndMonths() {
    assertThat(
            InviteInWords.of(InviteWish.PLAIN, UNTIL, ZoneOffset.UTC)
                .getFirst()
                .in(Language.AR.tongue()))
        .isEqualTo("هذا الرابط يقرن جهازًا واحدًا، حتى الجمعة 27 نوفمبر 2026، \u206808:10\u2069.");
  }
}
