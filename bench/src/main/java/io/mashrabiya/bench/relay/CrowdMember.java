package io.mashrabiya.bench.relay;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One side of a link in a crowd: it dials, and dials again when its link ends, ever more seldom,
/// as homes and viewers do. Belongs to the crowd's one event loop.
abstract class CrowdMember {
  private static final long FIRST_MILLIS = 250;
  private static final long MOST_MILLIS = 15_000;
  private static final int MOST_DOUBLINGS = 6;

  private final Vertx vertx;
  private final CrowdSockets sockets;
  private final Random random;
  private final List<WebSocket> open = new ArrayList<>();
  private int failures;
  private int life;
  private int attempts;

  CrowdMember(Vertx vertx, CrowdSockets sockets, Random random) {
    this.vertx = vertx;
    this.sockets = sockets;
    this.random = random;
  }

  /// Whether it has what it came for since it was dropped.
  abstract boolean isServed();

  /// The path of its control link.
  abstract String path();

  /// Something came on its control link.
  abstract void heard(WebSocket control, String text);

  /// A message came on its media link.
  abstract void came(WebSocket media, byte[] message);

  /// How often it dialled since it was dropped last.
  int attempts() {
    return attempts;
  }

  void succeeded() {
    failures = 0;
  }

  /// Ends its links without a word, and dials anew after so long.
  void drop(long afterMillis) {
    life++;
    attempts = 0;
    failures = 0;
    List.copyOf(open).forEach(WebSocket::close);
    open.clear();
    vertx.setTimer(Math.max(1, afterMillis), timer -> dial());
  }

  void dial() {
    attempts++;
    connect(path(), null);
  }

  /// Opens its media link; the ticket is what it says first.
  void openMedia(byte[] ticket) {
    connect(path() + "/media", ticket);
  }

  /// What follows the ticket.
  void mediaIsOpen(WebSocket media) {}

  private void connect(String where, byte @Nullable [] ticket) {
    int mine = life;
    sockets
        .open(where)
        .onFailure(failed -> {
          if (mine == life) {
            again();
          }
        })
        .onSuccess(socket -> {
          if (mine != life) {
            socket.close();
            return;
          }
          open.add(socket);
          socket.textMessageHandler(text -> heard(socket, text));
          socket.binaryMessageHandler(bytes -> came(socket, bytes.getBytes()));
          socket.closeHandler(closed -> {
            open.remove(socket);
            if (mine == life) {
              again();
            }
          });
          if (ticket != null) {
            socket.writeBinaryMessage(Buffer.buffer(ticket));
            mediaIsOpen(socket);
          }
        });
  }

  private void again() {
    int mine = ++life;
    List.copyOf(open).forEach(WebSocket::close);
    open.clear();
    long most = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    long wait = (long) (most * (1 - random.nextDouble() / 2));
    vertx.setTimer(
        wait,
        timer -> {
          if (mine == life) {
            dial();
          }
        });
  }
}
