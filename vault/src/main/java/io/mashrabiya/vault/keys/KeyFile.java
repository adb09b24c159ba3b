package io.mashrabiya.vault.keys;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
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
    /// @param why what is wrong and what to do, without anything of the content
    record Refused(Sentence why) implements Reading {}
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
          say("Others may read the keys in {0}.", path)
              .then("Take it from them with chmod 600, and ask who could."));
    }
    byte[] content = PrivateFile.read(path, MAX_BYTES);
    if (content.length == 0 || content.length > MAX_BYTES) {
      return new Reading.Refused(notSized(content));
    }
    try {
      return KeyFileFormat.parse(content)
          .<Reading>map(Reading.Held::new)
          .orElseGet(
              () -> new Reading.Refused(say("The certificate in {0} is not for its keys.", path)));
    } catch (Malformed e) {
      return new Reading.Refused(
          say("{0} is damaged ({1}).", path, Told.of(e))
              .then("Put back a copy, or move it away and run `mashrabiya home restore --kit`."));
    }
  }

  /// Stores the keys in place of what was there. When it returns, they are on the disk.
  public void write(HouseholdKeys keys) throws IOException {
    PrivateFile.replace(path, KeyFileFormat.bytes(keys));
  }

  private Sentence notSized(byte[] content) {
    return content.length == 0
        ? say("{0} is no key file: it is empty.", path)
        : say("{0} is no key file: it has more than {1} bytes.", path, MAX_BYTES);
  }
}
