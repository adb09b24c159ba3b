package io.mashrabiya.home.door;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.camera.CameraReport;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A Unix socket in the data folder, at which programs of this user ask for pictures, how the
/// cameras do, and invites, in HTTP/1.1, one request a connection.
///
/// Guarantee: only who may enter the data folder reaches it (folder 0700, socket 0600); nobody
/// keeps others out by asking slowly or often: a request has [#PATIENCE], and few are served at
/// once. Not guaranteed: anything against programs that run as the same user, which could read the
/// folder.
///
/// One virtual thread waits at the door, one more serves each request.
public final class LocalDoor implements AutoCloseable {
  /// The socket's name in the data folder.
  public static final String NAME = "home.sock";

  private static final System.Logger LOG = System.getLogger(LocalDoor.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_AT_ONCE = 4;
  private static final int MOST_REQUEST_BYTES = 8_192;
  private static final int MOST_REST = 64;
  private static final int BAD_REQUEST = 400;
  private static final Reply NOT_UNDERSTOOD =
      new Reply.Refusal(
          BAD_REQUEST,
          say(
              "Ask for /cameras, /snapshot.jpg?camera=NAME, or /snapshot.webp, or post to /invites."));

  private final Path path;
  private final Snapshots snapshots;
  private final Supplier<List<CameraReport>> reports;
  private final Invitations invitations;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final CountDownLatch closed = new CountDownLatch(1);
  private Optional<ServerSocketChannel> door = Optional.empty();

  /// @param folder of the home's data
  /// @param reports how the cameras do when it is asked
  public LocalDoor(
      Path folder,
      Snapshots snapshots,
      Supplier<List<CameraReport>> reports,
      Invitations invitations) {
    this.path = folder.resolve(NAME);
    this.snapshots = snapshots;
    this.reports = reports;
    this.invitations = invitations;
  }

  /// Opens it. A home whose folder has too long a name for a socket goes on without.
  public void open() {
    try {
      Files.deleteIfExists(path); // of a process that was killed: this one holds the folder's lock
      var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      door = Optional.of(channel);
      channel.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
      Thread.ofVirtual().name("door").start(() -> wait(channel));
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(Level.WARNING, () -> "nobody is answered at " + path + ": " + e.getMessage());
    }
  }

  private void wait(ServerSocketChannel channel) {
    try {
      while (closed.getCount() > 0) {
        places.acquire();
        SocketChannel visitor = channel.accept();
        Thread.ofVirtual().name("door-visitor").start(() -> serve(visitor));
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the door is closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(SocketChannel visitor) {
    Thread guard = Thread.ofVirtual().name("door-guard").start(() -> closeLate(visitor));
    try (visitor) {
      Reply reply =
          firstLine(visitor).flatMap(DoorRequest::read).map(this::answer).orElse(NOT_UNDERSTOOD);
      write(visitor, reply.head());
      write(visitor, reply.body());
      hearOut(visitor);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a visitor is gone, or was too slow");
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.WARNING, "answering at the door failed", e); // the next visitor is served
    } finally {
      guard.interrupt();
      places.release();
    }
  }

  private Reply answer(DoorRequest asked) {
    return switch (asked) {
      case SnapshotRequest snapshot -> snapshots.take(snapshot);
      case CamerasRequest cameras -> new Reply.Cameras(reports.get());
      case InviteRequest invite -> invitations.make(invite);
    };
  }

  private void closeLate(SocketChannel visitor) {
    try {
      closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      visitor.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it was served in time
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing failed", e);
    }
  }

  /// The first line, once the whole head of the request is there; empty when it is longer than any
  /// honest one.
  private static Optional<String> firstLine(SocketChannel visitor) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(MOST_REQUEST_BYTES);
    while (read.hasRemaining() && visitor.read(read) >= 0) {
      String head = new String(read.array(), 0, read.position(), StandardCharsets.ISO_8859_1);
      if (head.contains("\r\n\r\n")) {
        return Optional.of(head.substring(0, head.indexOf("\r\n")));
      }
    }
    return Optional.empty();
  }

  /// What is closed with something unread in it takes the answer back.
  private static void hearOut(SocketChannel visitor) throws IOException {
    visitor.shutdownOutput();
    ByteBuffer rest = ByteBuffer.allocate(MOST_REQUEST_BYTES);
    for (int i = 0; i < MOST_REST && visitor.read(rest) >= 0; i++) {
      rest.clear();
    }
  }

  private static void write(SocketChannel visitor, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      visitor.write(left);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (door.isPresent()) {
      try {
        door.get().close();
        Files.deleteIfExists(path);
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "closing failed", e);
      }
    }
  }
}
