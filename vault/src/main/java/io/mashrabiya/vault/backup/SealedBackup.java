package io.mashrabiya.vault.backup;

import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A household's backup as it lies in a file (docs/ref/keys.md): label, household in the clear, and
/// the content sealed to the key that follows from the root ([RootKey#backupKey]).
///
/// Guarantee: only the household's recovery kit opens it, and it opens only whole and for the
/// household that it names. Not guaranteed: who made it. Whoever knows the public backup key, as
/// every copy of the data folder does, can seal another; what is restored is shown to its owner
/// first. Nor that it is the newest.
public final class SealedBackup {
  /// Of what is sealed; a larger file is not ours.
  public static final int MAX_CONTENT_BYTES = 4 << 20;

  private static final String PRODUCTION = "backup";
  private static final String NAME = "mashrabiya/v1/backup";
  private static final byte[] LABEL = ByteWriter.label(NAME);
  private static final byte[] INFO = NAME.getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD_BYTES = LABEL.length + HouseholdId.SIZE_BYTES;

  /// The largest file.
  public static final int MAX_BYTES = HEAD_BYTES + Hpke.OVERHEAD_BYTES + MAX_CONTENT_BYTES;

  private final HouseholdId household;
  private final byte[] file;

  private SealedBackup(HouseholdId household, byte[] file) {
    this.household = household;
    this.file = file;
  }

  /// Seals it for whoever will hold the recovery kit.
  ///
  /// @throws IllegalArgumentException when the content is larger than [#MAX_CONTENT_BYTES]
  public static SealedBackup seal(KemKey backupKey, HouseholdId household, byte[] content) {
    if (content.length > MAX_CONTENT_BYTES) {
      throw new IllegalArgumentException("too large for a backup: " + content.length);
    }
    byte[] head = new ByteWriter(HEAD_BYTES).put(LABEL).put(household.bytes()).finish();
    byte[] sealed = Hpke.seal(backupKey, INFO, head, content);
    byte[] file = Arrays.copyOf(head, HEAD_BYTES + sealed.length);
    System.arraycopy(sealed, 0, file, HEAD_BYTES, sealed.length);
    return new SealedBackup(household, file);
  }

  /// Reads what lies in a file as far as it can be read without the kit.
  public static SealedBackup parse(byte[] file) throws Malformed {
    ByteReader reader = new ByteReader(PRODUCTION, file);
    if (!Arrays.equals(reader.take(LABEL.length), LABEL)) {
      throw new Malformed(PRODUCTION + ".label", 0);
    }
    HouseholdId household = HouseholdId.read(reader);
    int sealedBytes = reader.remaining();
    if (sealedBytes < Hpke.OVERHEAD_BYTES || file.length > MAX_BYTES) {
      throw new Malformed(PRODUCTION + ".sealed", reader.position());
    }
    return new SealedBackup(household, file.clone());
  }

  /// Whose it says that it is; a household's own kit proves it.
  public HouseholdId household() {
    return household;
  }

  /// What was sealed; empty when it does not open with the kit of this root, for whatever reason.
  public Optional<byte[]> open(RootKey root) {
    byte[] head = Arrays.copyOf(file, HEAD_BYTES);
    byte[] sealed = Arrays.copyOfRange(file, HEAD_BYTES, file.length);
    return root.backupKey().open(INFO, head, sealed);
  }

  /// As it lies in a file.
  public byte[] bytes() {
    return file.clone();
  }

  @Override
  public String toString() {
    return "SealedBackup[" + household + ", " + file.length + " bytes]";
  }
}
