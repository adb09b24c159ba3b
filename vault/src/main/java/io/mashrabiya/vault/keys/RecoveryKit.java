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

/// The lines of the recovery kit that count (docs/ref/keys.md), and the text around them; [KitPage]
/// is the page around them. They hold the household's root key: whoever holds it can name a new
/// home for the household and open its backups.
final class RecoveryKit {
  static final int MAX_BYTES = 65_536;

  private static final String PRODUCTION = "recovery-kit";
  private static final String VERSION = "1";
  private static final String TITLE = "MASHRABIYA RECOVERY KIT, VERSION " + VERSION;
  private static final Pattern ANY_TITLE =
      Pattern.compile("(?m)^ *MASHRABIYA RECOVERY KIT, VERSION (\\d{1,9}) *$");
  private static final Pattern HOUSEHOLD = Pattern.compile("(?mi)^ *household: *([a-z2-7]{32}) *$");
  private static final Pattern ROOT =
      Pattern.compile("(?mi)^ *root key:[ \\n]*((?:[a-z2-7][ \\n]*){52})(?![a-z2-7])");
  private static final int GROUP = 4;

  private RecoveryKit() {}

  static String write(RootKey root) {
    return """
    %s

    This is the first key of your household. It is not needed from day to day, and it must not stay
    on the machine that runs the home: print this page, or move the file to a stick, and put it away
    where you keep papers that matter.

    You need it when the home is lost or stolen, moves to a new machine, or was restored from an old
    copy: it names a new home for the same household, so that your phones need not be paired again,
    and it opens your backups. On the machine that is to be the home:

    ./mashrabiya home restore --kit FILE

    Whoever holds it can do the same. Nobody can send you another.

    %s
    %s
    """
        .formatted(TITLE, householdLine(root), rootLine(root));
  }

  /// Title, household and root key, each on a line of its own: all that reading needs, and more
  /// than it insists on.
  static String lines(RootKey root) {
    return TITLE + "\n" + householdLine(root) + "\n" + rootLine(root) + "\n";
  }

  private static String householdLine(RootKey root) {
    return "household: " + root.household();
  }

  private static String rootLine(RootKey root) {
    byte[] seed = root.sign().seed().toByteArray(InsecureSecretAccess.token());
    return "root key:  " + grouped(Base32.encode(seed));
  }

  /// Reads a kit in whatever text it stands, also one that was typed in again from paper: letters
  /// of either case, any blanks and line ends within the key, the title left out. Empty when the
  /// root key is not of the household that it names, so that a slip of the pen is seen.
  static Optional<RootKey> parse(byte[] content) throws Malformed {
    if (content.length > MAX_BYTES) {
      throw new Malformed(PRODUCTION, MAX_BYTES);
    }
    String text =
        new String(content, StandardCharsets.ISO_8859_1).replace("\r", "").replace('\t', ' ');
    Matcher title = ANY_TITLE.matcher(text);
    if (title.find() && !title.group(1).equals(VERSION)) {
      throw new Malformed(PRODUCTION + ".version", title.start());
    }
    String household = only(HOUSEHOLD, text, "household");
    String key = only(ROOT, text, "root-key").replaceAll("[ \n]", "");
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
    String value = matcher.group(1).toLowerCase(Locale.ROOT);
    if (matcher.find()) {
      throw new Malformed(PRODUCTION + "." + name, matcher.start());
    }
    return value;
  }

  private static String grouped(String text) {
    return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }
}
