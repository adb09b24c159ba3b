package io.mashrabiya.relay.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page of the relay's own in English and Arabic, without scripts: both languages are shown, that
/// of the reader first.
final class StaticPage {
  private static final String FRAME = Resources.text("page.html");
  private static final String STYLE = Resources.text("page.css");

  /// It loads nothing and runs nothing, and its own style is the only one.
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(sha256(STYLE.getBytes(UTF_8)))
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final byte[] englishFirst;
  private final byte[] arabicFirst;

  private StaticPage(byte[] englishFirst, byte[] arabicFirst) {
    this.englishFirst = englishFirst;
    this.arabicFirst = arabicFirst;
  }

  /// @param name of its texts among the resources
  /// @param values for the `{words}` in them; nothing that a request says may be among these
  static StaticPage of(String name, Map<String, String> values) {
    String english = filled(Resources.text(name + ".en.html"), values);
    String arabic = filled(Resources.text(name + ".ar.html"), values);
    return new StaticPage(framed("en", english, arabic), framed("ar", arabic, english));
  }

  byte[] bytes(@Nullable String acceptLanguage) {
    boolean isArabic =
        acceptLanguage != null && acceptLanguage.strip().toLowerCase(Locale.ROOT).startsWith("ar");
    return isArabic ? arabicFirst : englishFirst;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static byte[] framed(String language, String first, String second) {
    return filled(
            FRAME, Map.of("language", language, "style", STYLE, "first", first, "second", second))
        .getBytes(UTF_8);
  }

  private static String filled(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
