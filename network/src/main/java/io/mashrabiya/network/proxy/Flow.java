package io.mashrabiya.network.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// One direction of one connection. A thread takes, a thread brings; each ends when the sender has
/// ended, or fails.
final class Flow {
  /// What a packet holds, so that pieces meet the fates of packets.
  private static final int PIECE_BYTES = 1_400;

  private static final int MOST_PIECES = 1_000;

  private final byte[] opening;
  private final Socket from;
  private final Socket to;
  private final Carrier carrier;
  private final BlockingQueue<Piece> underWay = new ArrayBlockingQueue<>(MOST_PIECES);

  /// Bytes under way; none of them at the end.
  private record Piece(byte[] bytes, long dueNanos) {}

  /// @param opening what was read of the sender before
  Flow(byte[] opening, Socket from, Socket to, Carrier carrier) {
    this.opening = opening;
    this.from = from;
    this.to = to;
    this.carrier = carrier;
  }

  Void take() throws IOException, InterruptedException {
    if (opening.length > 0) {
      put(opening);
    }
    byte[] buffer = new byte[PIECE_BYTES];
    int length = 0;
    while (length >= 0) {
      length = from.getInputStream().read(buffer);
      put(Arrays.copyOf(buffer, Math.max(length, 0)));
    }
    return null;
  }

  private void put(byte[] bytes) throws InterruptedException {
    underWay.put(new Piece(bytes, carrier.carry(bytes.length)));
  }

  Void bring() throws IOException, InterruptedException {
    for (Piece piece = underWay.take(); piece.bytes().length > 0; piece = underWay.take()) {
      Carrier.await(piece.dueNanos());
      to.getOutputStream().write(piece.bytes());
    }
    to.shutdownOutput();
    return null;
  }
}
