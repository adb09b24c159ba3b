package io.mashrabiya.vault.keys;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;

/// The file to which a new household's recovery kit is written once, for its owner to move away
/// (docs/ref/keys.md): a page to print, or plain text where its name ends in `.txt`.
public final class KitFile {
  private static final String TEXT = ".txt";

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
    /// @param why what is wrong, for the owner, without anything of the content
    record Refused(Sentence why) implements Reading {}
  }

  /// Writes the kit, for the owner only. When it returns, it is on the disk; the caller then
  /// forgets the root.
  ///
  /// @throws FileAlreadyExistsException when something lies there: no kit is ever written over
  public void write(RootKey root) throws IOException {
    boolean isText = String.valueOf(path.getFileName()).endsWith(TEXT);
    PrivateFile.create(
        path,
        isText ? RecoveryKit.write(root).getBytes(StandardCharsets.US_ASCII) : KitPage.write(root));
  }

  /// Whether it still lies where it was written: then its owner is to be reminded.
  public boolean stillLies() {
    return PrivateFile.exists(path);
  }

  /// Reads it back, to name a new home. Its mode is not asked for: on a stick there is often none.
  public Reading read() throws IOException {
    return PrivateFile.exists(path)
        ? read(Optional.of(path), PrivateFile.read(path, RecoveryKit.MAX_BYTES))
        : new Reading.Absent();
  }

  /// Reads a kit as somebody types it from paper: until the lines that count are there, an empty
  /// line follows something, or the input ends. What follows stays unread.
  public static Reading typed(InputStream in) throws IOException {
    var typed = new ByteArrayOutputStream();
    int last = '\n';
    int next = in.read();
    while (next >= 0 && typed.size() <= RecoveryKit.MAX_BYTES) {
      typed.write(next);
      boolean isEmptyLine = next == '\n' && last == '\n';
      if (next == '\n' && (isEmptyLine ? typed.size() > 1 : isWhole(typed.toByteArray()))) {
        break;
      }
      last = next;
      next = in.read();
    }
    return read(Optional.empty(), typed.toByteArray());
  }

  /// Whether nothing more is to come.
  private static boolean isWhole(byte[] soFar) {
    try {
      RecoveryKit.parse(soFar);
      return true;
    } catch (Malformed e) {
      return false;
    }
  }

  /// @param file empty: it was typed
  private static Reading read(Optional<Path> file, byte[] content) {
    try {
      return RecoveryKit.parse(content)
          .<Reading>map(Reading.Held::new)
          .orElseGet(() ->
              new Reading.Refused(
                  ofAnother(file).then("Compare it with the original, letter by letter.")));
    } catch (Malformed e) {
      return new Reading.Refused(
          file.map(path -> say("{0} is no recovery kit ({1}).", path, Told.of(e)))
              .orElseGet(() -> say("What was typed is no recovery kit ({0}).", Told.of(e))));
    }
  }

  private static Sentence ofAnother(Optional<Path> file) {
    return file.map(path -> say("The root key in {0} is not of the household that it names.", path))
        .orElseGet(() -> say("The root key that was typed is not of the household that it names."));
  }
}
