package io.mashrabiya.vault.keys;

import io.mashrabiya.wire.codec.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/// The file to which a new household's recovery kit is written once, for its owner to move away
/// (docs/ref/keys.md).
public final class KitFile {
  private final Path path;

  public KitFile(Path path) {
    this.path = path;
  }

  /// What came of reading it.
  public sealed interface Reading {
    record Held(RootKey root) implements Reading {}

    record Absent() implements Reading {}

    /// There is one, and it cannot be used.
    ///
    /// @param why a sentence for the owner, without anything of the content
    record Refused(String why) implements Reading {}
  }

  /// Writes the kit, for the owner only. When it returns, it is on the disk; the caller then
  /// forgets the root.
  ///
  /// @throws FileAlreadyExistsException when something lies there: no kit is ever written over
  public void write(RootKey root) throws IOException {
    PrivateFile.create(path, RecoveryKit.write(root).getBytes(StandardCharsets.US_ASCII));
  }

  /// Whether it still lies where it was written: then its owner is to be reminded.
  public boolean stillLies() {
    return PrivateFile.exists(path);
  }

  /// Reads it back, to name a new home. Its mode is not asked for: on a stick there is often none.
  public Reading read() throws IOException {
    if (!PrivateFile.exists(path)) {
      return new Reading.Absent();
    }
    try {
      return RecoveryKit.parse(PrivateFile.read(path, RecoveryKit.MAX_BYTES))
          .<Reading>map(Reading.Held::new)
          .orElseGet(() ->
              new Reading.Refused(
                  "the root key in "
                      + path
                      + " is not of the household that it names: compare it with the original, letter by letter"));
    } catch (Malformed e) {
      return new Reading.Refused(path + " is no recovery kit (" + e.getMessage() + ")");
    }
  }

  @Override
  public String toString() {
    return "KitFile[" + path + "]";
  }
}
