package io.mashrabiya.vault.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.codec.Base32;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitFileTest {
  @TempDir Path folder;
  private final RootKey root = RootKey.generate();
  private Path path;
  private KitFile kit;

  @BeforeEach
  void place() {
    path = folder.resolve("kit.txt");
    kit = new KitFile(path);
  }

  @Test
  void read_afterWrite_givesTheRoot() throws IOException {
    kit.write(root);
    assertThat(kit.read()).isEqualTo(new KitFile.Reading.Held(root));
  }

  @Test
  void write_newKit_isForItsOwnerOnlyAndNamesTheHousehold() throws IOException {
    kit.write(root);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(path)).contains("household: " + root.household());
  }

  @Test
  void write_overAnything_isRefusedAndLeavesIt() throws IOException {
    kit.write(root);
    assertThatThrownBy(() -> kit.write(RootKey.generate()))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(kit.read()).isEqualTo(new KitFile.Reading.Held(root));
  }

  @Test
  void stillLies_untilItIsMovedAway_isTrue() throws IOException {
    assertThat(kit.stillLies()).isFalse();
    kit.write(root);
    assertThat(kit.stillLies()).isTrue();
    Files.move(path, folder.resolve("stick"));
    assertThat(kit.stillLies()).isFalse();
    assertThat(kit.read()).isEqualTo(new KitFile.Reading.Absent());
  }

  /// Lines end as on Windows, letters are capitals, blanks are where the hand left them.
  @Test
  void read_typedInFromPaper_givesTheRoot() throws IOException {
    kit.write(root);
    String key = Base32.encode(seed());
    String typed =
        Files.readString(path)
            .replaceAll("root key: .*", "root key: " + key.toUpperCase(Locale.ROOT))
            .replace("\n", "\r\n");
    Files.writeString(path, typed);
    assertThat(kit.read()).isEqualTo(new KitFile.Reading.Held(root));
  }

  /// Two lines are enough, and the key breaks where the paper ended.
  @Test
  void read_typedWithoutTitleOverTwoLines_givesTheRoot() throws IOException {
    String key = Base32.encode(seed());
    Files.writeString(
        path,
        "Household: %s\nRoot key:%s\n\t%s\nand so on\n"
            .formatted(root.household(), key.substring(0, 30), key.substring(30)));
    assertThat(kit.read()).isEqualTo(new KitFile.Reading.Held(root));
  }

  @Test
  void read_oneLetterTooManyOrTooFew_isRefused() throws IOException {
    String lines = RecoveryKit.lines(root).strip();
    for (String slip : new String[] {lines + "a", lines.substring(0, lines.length() - 1)}) {
      Files.writeString(path, slip);
      assertThat(refusal()).contains("root-key");
    }
  }

  @Test
  void read_kitOfAnotherVersion_isRefused() throws IOException {
    Files.writeString(path, RecoveryKit.lines(root).replace("VERSION 1", "VERSION 2"));
    assertThat(refusal()).contains("version");
  }

  @Test
  void typed_linesThatCount_areEnough_andWhatFollowsIsLeftToOthers() throws IOException {
    kit.write(root);
    var in = new ByteArrayInputStream((RecoveryKit.lines(root) + "all\n").getBytes(UTF_8));
    assertThat(KitFile.typed(in)).isEqualTo(new KitFile.Reading.Held(root));
    assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("all\n");
  }

  @Test
  void typed_emptyLineOrEndBeforeTheKey_isRefused() throws IOException {
    String half = "household: " + root.household() + "\n";
    var in = new ByteArrayInputStream((half + "\nmore").getBytes(UTF_8));
    assertThat(KitFile.typed(in)).isInstanceOf(KitFile.Reading.Refused.class);
    assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("more");
    assertThat(KitFile.typed(new ByteArrayInputStream(half.getBytes(UTF_8))))
        .isInstanceOf(KitFile.Reading.Refused.class);
  }

  @Test
  void typed_withoutEnd_isRefusedAfterWhatAKitMayHave() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }
        };
    assertThat(KitFile.typed(endless)).isInstanceOf(KitFile.Reading.Refused.class);
  }

  @Test
  void read_oneLetterWrong_isRefusedWithoutTheKey() throws IOException {
    kit.write(root);
    String text = Files.readString(path);
    int at = text.indexOf("root key:") + 12;
    char other = text.charAt(at) == 'a' ? 'b' : 'a';
    Files.writeString(path, text.substring(0, at) + other + text.substring(at + 1));
    assertThat(refusal())
        .contains("letter by letter", path.toString())
        .doesNotContain(Base32.encode(seed()).substring(8));
  }

  @Test
  void read_keyOfAnotherHousehold_isRefused() throws IOException {
    kit.write(root);
    String other = RootKey.generate().household().toString();
    Files.writeString(path, Files.readString(path).replace(root.household().toString(), other));
    assertThat(refusal()).contains("not of the household");
  }

  @Test
  void read_twoRootKeys_isRefused() throws IOException {
    kit.write(root);
    String text = Files.readString(path);
    Files.writeString(path, text + text.substring(text.indexOf("root key:")));
    assertThat(refusal()).contains("root-key");
  }

  @Test
  void read_anotherFile_isRefused() throws IOException {
    Files.writeString(path, "a shopping list");
    assertThat(refusal()).contains(path + " is no recovery kit");
  }

  @Test
  void typed_whatIsWrong_isToldOfWhatWasTyped() throws IOException {
    assertThat(typedRefusal("a shopping list\n\n")).contains("What was typed is no recovery kit");
    String slip =
        RecoveryKit.lines(root)
            .replace(root.household().toString(), RootKey.generate().household().toString());
    assertThat(typedRefusal(slip)).contains("root key that was typed", "letter by letter");
  }

  private static String typedRefusal(String text) throws IOException {
    var reading = KitFile.typed(new ByteArrayInputStream(text.getBytes(UTF_8)));
    return ((KitFile.Reading.Refused) reading).why().toString();
  }

  @Test
  void typed_emptyLineBeforeAnything_isPassedOver() throws IOException {
    var in = new ByteArrayInputStream(("\n" + RecoveryKit.lines(root)).getBytes(UTF_8));
    assertThat(KitFile.typed(in)).isEqualTo(new KitFile.Reading.Held(root));
  }

  @Test
  void read_asLargeAFileAsMayBe_givesTheRoot() throws IOException {
    String lines = RecoveryKit.lines(root);
    Files.writeString(path, lines + "x".repeat(RecoveryKit.MAX_BYTES - lines.length()));
    assertThat(kit.read()).isEqualTo(new KitFile.Reading.Held(root));
  }

  @Test
  void read_tooLargeAFile_isRefused() throws IOException {
    Files.write(path, new byte[RecoveryKit.MAX_BYTES + 1]);
    assertThat(refusal()).contains("no recovery kit");
  }

  @Test
  void toString_ofRoot_isRedacted() {
    assertThat(root.toString()).contains("redacted").doesNotContain(Base32.encode(seed()));
  }

  private byte[] seed() {
    return root.sign().seed().toByteArray(InsecureSecretAccess.token());
  }

  private String refusal() throws IOException {
    KitFile.Reading reading = kit.read();
    assertThat(reading).isInstanceOf(KitFile.Reading.Refused.class);
    return ((KitFile.Reading.Refused) reading).why().toString();
  }
}
