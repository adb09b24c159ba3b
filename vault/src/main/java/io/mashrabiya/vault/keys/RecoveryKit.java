package io.mashrabiya.vault.keys;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.codec.Base32;
import io.mashrabiya.wire.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of the recovery kit (docs/ref/keys.md): the household's root key, to be printed or put
/// away. Whoever holds it can name a new home for the household, and so can look through every
/// camera from then on.
final class RecoveryKit {
  static final int MAX_BYTES = 16_384;

  private static final String PRODUCTION = "recovery-kit";
  private static final String TITLE = "MASHRABIYA RECOVERY KIT, VERSION 1";
  private static final Pattern HOUSEHOLD = Pattern.compile("(?m)^ *household: +([a-z2-7]{32}) *$");
  private static final Pattern ROOT = Pattern.compile("(?m)^ *root key: +([A-Za-z2-7 ]{52,80}) *$");
  private static final int GROUP = 4;

  private RecoveryKit() {}

  static String write(RootKey root) {
    byte[] seed = root.sign().seed().toByteArray(InsecureSecretAccess.token());
    return """
    %s

    This is the first key of your household. It is not needed from day to day, and it must not stay
    on the machine that runs the home: print this page, or move the file to a stick, and put it away
    where you keep papers that matter.

    You need it when the home is lost or was restored from an old copy: it names a new home for the
    same household, so that your phones need not be paired again.

    Whoever holds it can do the same. Nobody can send you another.

    household: %s
    root key:  %s
    """
        .formatted(TITLE, root.household(), grouped(Base32.encode(seed)));
  }

  /// Reads a kit, also one that was typed in again from paper: letters of either case, any blanks
  /// within the key. Empty when the root key is not of the household that it names, so that a slip
  /// of the pen is seen.
  static Optional<RootKey> parse(byte[] content) throws Malformed {
    if (content.length > MAX_BYTES) {
      throw new Malformed(PRODUCTION, MAX_BYTES);
    }
    String text = new String(content, StandardCharsets.ISO_8859_1).replace("\r", "");
    if (!text.strip().startsWith(TITLE)) {
      throw new Malformed(PRODUCTION + ".title", 0);
    }
    String household = only(HOUSEHOLD, text, "household");
    String key = only(ROOT, text, "root-key").replace(" ", "").toLowerCase(Locale.ROOT);
    byte[] seed = Base32.decode(PRODUCTION + ".root-key", key, 32);
    SecretBytes secret = SecretBytes.copyOf(seed, InsecureSecretAccess.token());
    RootKey root = new RootKey(Ed25519PrivateKey.ofSeed(secret));
    return Optional.of(root).filter(read -> read.household().toString().equals(household));
  }

  private static String only(Pattern line, String text, String name) throws Malformed {
    Matcher matcher = line.matcher(text);
    if (!matcher.find()) {
      throw new Malformed(PRODUCTION + "." + name, 0);
    }
    String value = matcher.group(1);
    if (matcher.find()) {
      throw new Malformed(PRODUCTION + "." + name, matcher.start());
    }
    return value;
  }

  private static String grouped(String text) {
    return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }
}
