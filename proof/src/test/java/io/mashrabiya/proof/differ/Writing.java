package io.mashrabiya.proof.differ;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;

/// Writes canonical JSON otherwise: what means the same to many readers, and is refused by ours.
final class Writing {
  private static final List<String> NUMBERS =
      List.of(
          "-0", "-1", "1.0", "1e2", "01", "9007199254740992", "9007199254740993", "1E400", "+1");

  private static final List<String> VALUES =
      List.of(
          "null",
          "tru",
          "NaN",
          "''",
          "[[[[[[[[[]]]]]]]]]",
          "{\"a\":1,\"a\":1}",
          "\"\\ud800\"",
          "\"\\u000A\"",
          "\"\\u000a\"",
          "\"\\/\"",
          "\"\\x\"",
          "\"\t\"",
          "\"\\u001F\"",
          "\"\\u007f\"");

  private Writing() {}

  static byte[] other(String text, SplittableRandom random) {
    String otherwise =
        switch (random.nextInt(6)) {
          case 0 ->
              at(text, random.nextInt(text.length() + 1), one(List.of(" ", "\n", "\t"), random));
          case 1 -> "\ufeff" + text;
          case 2 -> text.replaceFirst("[0-9]+", one(NUMBERS, random));
          case 3 -> text.replaceFirst(":(\"[^\"]*\"|[0-9]+)", ":" + quoted(one(VALUES, random)));
          case 4 -> text.replaceFirst("\"([a-z])", quoted("\"\\u00") + "61");
          default -> text + one(List.of("\n", ",", "}", "{}", "\0"), random);
        };
    return otherwise.getBytes(StandardCharsets.UTF_8);
  }

  private static String at(String text, int place, String more) {
    return text.substring(0, place) + more + text.substring(place);
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private static String one(List<String> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
