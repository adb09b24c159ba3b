package io.mashrabiya.vault.keys;

import io.mashrabiya.wire.codec.Malformed;
import java.io.IOException;
import java.nio.file.Path;

/// The file in which a home keeps its keys (docs/ref/keys.md): owner only, replaced atomically. One
/// process owns it.
public final class KeyFile {
  /// More cameras than any household has; a larger file is not ours.
  static final int MAX_BYTES = 1 << 20;

  private final Path path;

  public KeyFile(Path path) {
    this.path = path;
  }

  /// What came of reading it.
  public sealed interface Reading {
    record Held(HouseholdKeys keys) implements Reading {}

    /// There is no such file: the home has not been founded here.
    record Absent() implements Reading {}

    /// There is one, and it is not used.
    ///
    /// @param why a sentence for the operator, without anything of the content
    record Refused(String why) implements Reading {}
  }

  /// Reads and checks it.
  ///
  /// @throws IOException when the disk fails or the owner is another user
  public Reading read() throws IOException {
    if (!PrivateFile.exists(path)) {
      return new Reading.Absent();
    }
    if (PrivateFile.isTooOpen(path)) {
      return new Reading.Refused(
          "others may read the keys in "
              + path
              + ": take it from them with chmod 600, and ask who could");
    }
    byte[] content = PrivateFile.read(path, MAX_BYTES);
    if (content.length == 0 || content.length > MAX_BYTES) {
      return new Reading.Refused(path + " is no key file: it has " + size(content));
    }
    try {
      return KeyFileFormat.parse(content)
          .<Reading>map(Reading.Held::new)
          .orElseGet(
              () -> new Reading.Refused("the certificate in " + path + " is not for its keys"));
    } catch (Malformed e) {
      return new Reading.Refused(
          path
              + " is damaged ("
              + e.getMessage()
              + "): put back a copy, or move it away and run `mashrabiya home restore --kit`");
    }
  }

  /// Stores the keys in place of what was there. When it returns, they are on the disk.
  public void write(HouseholdKeys keys) throws IOException {
    PrivateFile.replace(path, KeyFileFormat.bytes(keys));
  }

  private static String size(byte[] content) {
    return content.length == 0 ? "nothing in it" : "more than " + MAX_BYTES + " bytes";
  }

  @Override
  public String toString() {
    return "KeyFile[" + path + "]";
  }
}
