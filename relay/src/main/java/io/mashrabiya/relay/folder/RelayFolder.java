package io.mashrabiya.relay.folder;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.relay.admit.Register;
import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.ToldException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/// Where a relay keeps what the operator decided about homes and changes (docs/ref/relay.md):
/// folder 0700, files 0600. One relay holds it at a time; one that is replaced gives it up while it
/// sees its links off.
///
/// Guarantee: what is stored is on the disk when the call returns, whole. Nothing in it says who
/// may look, and nobody comes in by what is in it: of codes there are hashes only.
///
/// Any thread may call.
public final class RelayFolder implements AutoCloseable {
  /// Where the operator's commands find the relay that runs: a link to its socket, so that a relay
  /// that is being replaced is reached at its own until it ends.
  public static final String SOCKET = "relay.sock";

  private static final String HOMES = "homes.json";
  private static final String ROLLOUT = "rollout.json";
  private static final String LOCK = "lock";
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_ROLLOUT_BYTES = 1 << 20;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final FileAttribute<Set<PosixFilePermission>> MODE_0600 = mode("rw-------");

  private static final String OWN_SOCKETS = "relay-*.sock";

  private final Path folder;
  private final Path ownSocket;
  private Optional<FileChannel> hold = Optional.empty();

  private RelayFolder(Path folder) {
    this.folder = folder;
    this.ownSocket = folder.resolve("relay-" + Integer.toHexString(RANDOM.nextInt()) + ".sock");
  }

  /// Opens it, and makes it where there is none. Nobody holds it yet.
  public static RelayFolder at(Path folder) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return new RelayFolder(folder.toAbsolutePath());
  }

  /// Holds it for this relay.
  ///
  /// @throws FolderInUse when another one holds it
  public synchronized void take() throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK),
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE),
            MODE_0600);
    try {
      if (channel.tryLock() != null) {
        hold = Optional.of(channel);
        return;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new FolderInUse(folder); // within this process
    }
    channel.close();
    throw new FolderInUse(folder);
  }

  /// Gives it to the next.
  public synchronized void release() throws IOException {
    if (hold.isPresent()) {
      hold.get().close();
      hold = Optional.empty();
    }
  }

  /// Where this relay itself is reached.
  public Path ownSocket() {
    return ownSocket;
  }

  /// From now on the operator's commands reach this relay.
  public void publish() throws IOException {
    Path link = folder.resolve("." + SOCKET + ".new");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, ownSocket.getFileName());
    Files.move(
        link,
        folder.resolve(SOCKET),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /// Takes away what relays left that were killed; none runs.
  public void tidy() throws IOException {
    try (var left = Files.newDirectoryStream(folder, OWN_SOCKETS)) {
      for (Path socket : left) {
        Files.delete(socket);
      }
    }
    try (var left = Files.newDirectoryStream(folder, ".*.new")) {
      for (Path unfinished : left) {
        Files.delete(unfinished);
      }
    }
  }

  /// What the operator decided; nothing where nothing was ever stored.
  ///
  /// @throws IOException when it cannot be read; a damaged file is never taken for an empty one
  public Register register() throws IOException {
    Path file = folder.resolve(HOMES);
    try (InputStream in = Files.newInputStream(file)) {
      return RegisterFormat.parse(in.readNBytes(MOST_BYTES));
    } catch (NoSuchFileException e) {
      return Register.EMPTY;
    } catch (Malformed e) {
      throw new ToldException(
          say("{0} is damaged: put a copy back, or move it away and admit the homes again", file),
          e);
    }
  }

  /// How far changes have gone; nothing where nothing was ever stored.
  ///
  /// @throws IOException when it cannot be read; a damaged file is never taken for an empty one, by
  ///   which a change that was turned back would be with everybody again
  public Ledger ledger() throws IOException {
    Path file = folder.resolve(ROLLOUT);
    try (InputStream in = Files.newInputStream(file)) {
      return LedgerFormat.parse(in.readNBytes(MOST_ROLLOUT_BYTES));
    } catch (NoSuchFileException e) {
      return Ledger.EMPTY;
    } catch (Malformed e) {
      throw new ToldException(
          say(
              "{0} is damaged: put a copy back, or move it away and say anew how far each change may go",
              file),
          e);
    }
  }

  /// Whenever the power fails, the old content is there or the new one.
  public void store(Register register) throws IOException {
    store(HOMES, RegisterFormat.bytes(register));
  }

  /// Whenever the power fails, the old content is there or the new one.
  public void store(Ledger ledger) throws IOException {
    store(ROLLOUT, LedgerFormat.bytes(ledger));
  }

  private synchronized void store(String name, byte[] content) throws IOException {
    if (hold.isEmpty()) {
      throw new ToldException(say("{0} belongs to another relay by now.", folder));
    }
    Path fresh = Files.createTempFile(folder, "." + name, ".new", MODE_0600);
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(
          fresh,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
      opened.force(true); // the new name is on the disk only when its folder is
    }
  }

  /// Nobody is reached here any more, unless another relay took over.
  @Override
  public void close() throws IOException {
    Path socket = folder.resolve(SOCKET);
    if (Files.isSymbolicLink(socket)
        && Files.readSymbolicLink(socket).equals(ownSocket.getFileName())) {
      Files.deleteIfExists(socket);
    }
    release();
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}
