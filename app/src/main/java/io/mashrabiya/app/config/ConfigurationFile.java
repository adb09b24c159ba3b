package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.run.UserFolder;
import io.mashrabiya.home.CameraSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// The file that settings are read from, and that cameras are written to.
///
/// @param isNamed whether the person named it; the user's own need not be there
public record ConfigurationFile(Path path, boolean isNamed) {
  /// The one that was named.
  public static ConfigurationFile named(Path path) {
    return new ConfigurationFile(path, true);
  }

  /// The user's own.
  public static ConfigurationFile ofUser() {
    return new ConfigurationFile(UserFolder.settings("mashrabiya.yaml"), false);
  }

  /// Whether it is there, or has to be.
  public boolean isThere() {
    return isNamed || Files.exists(path);
  }

  /// What it says; the user's own says nothing where it is not there.
  public Configuration read() throws ConfigurationFault {
    return isThere() ? Configuration.read(path) : Configuration.EMPTY;
  }

  /// What it says; nothing where it is not there, though it was named.
  public Configuration readIfThere() throws ConfigurationFault {
    return Files.exists(path) ? Configuration.read(path) : Configuration.EMPTY;
  }

  /// What stands in it, understood or not.
  public String text() throws ConfigurationFault {
    return Configuration.textOf(path);
  }

  /// What a text would say in it.
  public Configuration understand(String text) throws ConfigurationFault {
    return Configuration.parse(path, text);
  }

  /// Whether others than its owner may read it; empty where this machine does not tell.
  public Optional<Boolean> mayOthersRead() {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
      return Optional.of(
          mode.contains(PosixFilePermission.GROUP_READ)
              || mode.contains(PosixFilePermission.OTHERS_READ));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /// Writes one more camera into it; makes the file where there is none.
  ///
  /// @param camera whose name no other has
  public void add(CameraSettings camera) throws ConfigurationFault {
    String text = Files.exists(path) ? Configuration.textOf(path) : "";
    write(new CameraLines(path, text).with(camera));
  }

  /// Takes a camera out of it.
  ///
  /// @param name of one that is in it
  public void remove(String name) throws ConfigurationFault {
    write(new CameraLines(path, Configuration.textOf(path)).without(name));
  }

  /// Whoever reads sees the whole old text or the whole new one. A new file is its owner's alone,
  /// because it may hold passwords; an old one keeps its owner, its group and its permissions.
  public void write(String text) throws ConfigurationFault {
    Optional<Path> written = Optional.empty();
    try {
      Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      Path folder = target.resolveSibling("");
      make(folder);
      Path beside = Files.createTempFile(folder, ".mashrabiya-", ".new");
      written = Optional.of(beside);
      if (Files.exists(target)) {
        hand(beside, Files.readAttributes(target, PosixFileAttributes.class));
      }
      store(beside, text);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      written.ifPresent(ConfigurationFile::discard);
      throw new ConfigurationFault(
          path,
          0,
          null,
          say(
              "it cannot be written; is it yours, may you write in its folder, and is there room?"));
    }
  }

  private static void hand(Path file, PosixFileAttributes as) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    PosixFileAttributes made = view.readAttributes();
    if (!made.owner().equals(as.owner())) {
      view.setOwner(as.owner());
    }
    if (!made.group().equals(as.group())) {
      view.setGroup(as.group());
    }
    view.setPermissions(as.permissions());
  }

  private static void make(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private static void store(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(ConfigurationFile.class.getName())
          .log(System.Logger.Level.WARNING, "a file half written stays behind: " + file);
    }
  }
}
