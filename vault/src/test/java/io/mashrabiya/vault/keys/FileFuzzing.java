package io.mashrabiya.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.codec.Malformed;
import java.nio.charset.StandardCharsets;

/// Feeds the readers of the two files.
public final class FileFuzzing {
  private FileFuzzing() {}

  public static void keyFile(byte[] input) {
    try {
      KeyFileFormat.parse(input)
          .ifPresent(keys -> assertThat(KeyFileFormat.bytes(keys)).isEqualTo(input));
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  public static void kitFile(byte[] input) {
    try {
      RecoveryKit.parse(input).ifPresent(FileFuzzing::readsAgain);
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  private static void readsAgain(RootKey root) {
    byte[] again = RecoveryKit.write(root).getBytes(StandardCharsets.US_ASCII);
    try {
      assertThat(RecoveryKit.parse(again)).contains(root);
      assertThat(RecoveryKit.parse(KitPage.write(root))).contains(root);
    } catch (Malformed e) {
      throw new AssertionError("our own kit is malformed", e);
    }
  }
}
