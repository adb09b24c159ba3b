package io.mashrabiya.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);

  @TempDir Path folder;
  private Path path;
  private KeyFile file;

  @BeforeEach
  void place() {
    path = folder.resolve("keys.json");
    file = new KeyFile(path);
  }

  private static HouseholdKeys keys() {
    return HouseholdKeys.found(RootKey.generate(), NOW)
        .withStill(CameraId.random(new SecureRandom()), still(7))
        .withStill(CameraId.random(new SecureRandom()), still(8));
  }

  private static StillKey still(long epoch) {
    byte[] bytes = SecretBytes.random(32).toByteArray(InsecureSecretAccess.token());
    return new StillKey(
        new Kid(epoch, Track.STILL), BaseKey.copyOf(bytes, InsecureSecretAccess.token()));
  }

  @Test
  void read_noFile_isAbsent() throws IOException {
    assertThat(file.read()).isEqualTo(new KeyFile.Reading.Absent());
  }

  @Test
  void read_afterWrite_givesTheSameKeys() throws IOException {
    HouseholdKeys keys = keys();
    file.write(keys);
    assertThat(file.read()).isEqualTo(new KeyFile.Reading.Held(keys));
  }

  @Test
  void write_again_replacesTheFileAndLeavesNothingElse() throws IOException {
    file.write(keys());
    HouseholdKeys second = keys();
    file.write(second);
    assertThat(file.read()).isEqualTo(new KeyFile.Reading.Held(second));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(path);
    }
  }

  @Test
  void write_newFile_isForItsOwnerOnly() throws IOException {
    file.write(keys());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  /// Not even for a moment may others read it, also when they could read the one before.
  @Test
  void write_inPlaceOfALooserFile_isForItsOwnerOnly() throws IOException {
    Files.writeString(path, "old");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    file.write(keys());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void write_folderThatIsMissing_failsAndLeavesNothing() {
    KeyFile elsewhere = new KeyFile(folder.resolve("missing").resolve("keys.json"));
    assertThatThrownBy(() -> elsewhere.write(keys())).isInstanceOf(IOException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------", "rw-rw-rw-"})
  void read_looserPermissions_isRefusedWithTheRemedy(String mode) throws IOException {
    file.write(keys());
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    assertThat(refusal()).contains(path.toString()).contains("chmod 600");
  }

  @Test
  void read_stricterPermissions_isFine() throws IOException {
    file.write(keys());
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));
    assertThat(file.read()).isInstanceOf(KeyFile.Reading.Held.class);
  }

  @Test
  void read_everyTruncation_isRefusedWithoutTheContent() throws IOException {
    HouseholdKeys keys = keys();
    file.write(keys);
    byte[] whole = Files.readAllBytes(path);
    String secret = Base64Url.encode(seed(keys));
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertThat(refusal()).as("%s bytes", length).doesNotContain(secret);
    }
  }

  /// A byte of a still's key may turn into another one of the same form; so may bits that X25519
  /// sets by itself (RFC 7748, section 5), which make no other key. All others are noticed.
  @Test
  void read_everyByteAltered_isRefusedOrAnotherStillKey() throws IOException {
    HouseholdKeys keys = keys();
    file.write(keys);
    byte[] whole = Files.readAllBytes(path);
    for (int i = 0; i < whole.length; i++) {
      byte[] altered = whole.clone();
      altered[i] ^= 1;
      Files.write(path, altered);
      if (file.read() instanceof KeyFile.Reading.Held(HouseholdKeys held)) {
        assertThat(held.home().sign()).as("byte %s", i).isEqualTo(keys.home().sign());
        assertThat(held.home().kem().publicKey()).isEqualTo(keys.home().kem().publicKey());
        assertThat(held.certificate().statement()).isEqualTo(keys.certificate().statement());
        boolean sameHome = held.home().equals(keys.home());
        assertThat(held.stills().equals(keys.stills())).as("byte %s", i).isNotEqualTo(sameHome);
      }
    }
  }

  @Test
  void read_certificateOfOtherKeys_isRefused() throws IOException {
    file.write(keys());
    String one = Files.readString(path);
    file.write(keys());
    String other = Files.readString(path);
    Files.writeString(path, one.replace(certificate(one), certificate(other)));
    assertThat(refusal()).contains("not for its keys");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "hello", "[]", "{\"format\":\"mashrabiya/v2/key-file\"}"})
  void read_somethingElse_isRefused(String content) throws IOException {
    file.write(keys());
    Files.writeString(path, content);
    assertThat(refusal()).contains(path.toString());
  }

  @Test
  void read_tooLargeAFile_isRefused() throws IOException {
    file.write(keys());
    Files.write(path, new byte[KeyFile.MAX_BYTES + 1]);
    assertThat(refusal()).contains("more than");
    Files.write(path, new byte[KeyFile.MAX_BYTES]);
    assertThat(refusal()).contains("damaged");
  }

  @Test
  void read_memberThatNobodyKnows_isRefused() throws IOException {
    file.write(keys());
    String text = Files.readString(path);
    for (String end : List.of("]}", "}]")) { // of the file, and of its last still
      String more = text.replace(end, end.replace("}", ",\"zone\":1}"));
      Files.writeString(path, more);
      assertThat(more).isNotEqualTo(text);
      assertThat(refusal()).contains("damaged");
    }
  }

  @Test
  void write_sameKeys_isTheSameFileInTheOrderOfCameras() throws IOException {
    HouseholdKeys keys = HouseholdKeys.found(RootKey.generate(), NOW);
    for (int i = 0; i < 20; i++) {
      keys = keys.withStill(CameraId.random(new SecureRandom()), still(7));
    }
    file.write(keys);
    List<String> cameras =
        Pattern.compile("\"camera\":\"([a-z2-7]+)\"")
            .matcher(Files.readString(path))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(cameras).hasSize(20).isSorted();
  }

  @Test
  void write_keys_neverStoresTheRoot() throws IOException {
    RootKey root = RootKey.generate();
    file.write(HouseholdKeys.found(root, NOW));
    String seed = Base64Url.encode(root.sign().seed().toByteArray(InsecureSecretAccess.token()));
    assertThat(Files.readString(path, StandardCharsets.UTF_8)).doesNotContain(seed);
  }

  @Test
  void toString_ofAllKeys_showsNoSecret() {
    HouseholdKeys keys = keys();
    String shown = keys + " " + keys.home() + " " + keys.stills() + " " + keys.home().sign();
    assertThat(shown).doesNotContain(Base64Url.encode(seed(keys))).contains("redacted");
    assertThat(keys).hasToString("HouseholdKeys[%s, redacted]".formatted(keys.household()));
  }

  private String refusal() throws IOException {
    KeyFile.Reading reading = file.read();
    assertThat(reading).isInstanceOf(KeyFile.Reading.Refused.class);
    return ((KeyFile.Reading.Refused) reading).why().toString();
  }

  private static byte[] seed(HouseholdKeys keys) {
    return keys.home().sign().seed().toByteArray(InsecureSecretAccess.token());
  }

  private static String certificate(String text) {
    return text.substring(text.indexOf(':') + 2, text.indexOf("\",\"format\""));
  }

  @Test
  void withStill_anotherKeyOfTheSameCamera_replacesIt() {
    CameraId camera = new CameraId(1, 2);
    HouseholdKeys keys = HouseholdKeys.found(RootKey.generate(), NOW);
    StillKey newer = still(9);
    HouseholdKeys with = keys.withStill(camera, still(8)).withStill(camera, newer);
    assertThat(with.stills()).isEqualTo(Map.of(camera, newer));
    assertThat(with.withoutStill(camera).stills()).isEmpty();
    assertThat(keys.stills()).isEmpty();
  }

  @Test
  void householdKeys_certificateOfOtherKeys_areRefused() {
    HouseholdKeys keys = HouseholdKeys.found(RootKey.generate(), NOW);
    assertThatThrownBy(() -> new HouseholdKeys(HomeKeys.generate(), keys.certificate(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void serialAfter_lostOrClockSetBack_alwaysRises() {
    assertThat(RootKey.serialAfter(0, NOW)).isEqualTo(1_795_000_000);
    assertThat(RootKey.serialAfter(1_795_000_000, NOW)).isEqualTo(1_795_000_001);
    assertThat(RootKey.serialAfter(1_999_999_999, NOW)).isEqualTo(2_000_000_000);
  }
}
