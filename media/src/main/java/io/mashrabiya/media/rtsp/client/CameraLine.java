package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.socket.DeadlineOutput;
import io.mashrabiya.media.socket.DeadlineStream;
import io.mashrabiya.media.socket.DialFailed;
import io.mashrabiya.media.socket.Sockets;
import io.mashrabiya.media.socket.TlsHandshake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.UnaryOperator;

/// The bytes between a client and a camera, however the camera's URL says that they are carried:
/// over one TCP connection, inside TLS, or through two HTTP connections.
///
/// Owned by the thread that plays the camera, but for [#hangUp], which any thread may call.
final class CameraLine implements AutoCloseable {
  private final RtspAddress address;
  private final RtspSettings settings;
  private final CaptureClock clock;
  private final Sockets sockets = new Sockets();

  /// What has been connected: where bytes come from and go to.
  ///
  /// @param encoding what is done to each message before it is written
  record Ends(
      DeadlineStream input,
      DeadlineOutput output,
      UnaryOperator<byte[]> encoding,
      InetAddress peer) {
    void write(byte[] message) throws IOException {
      output.write(encoding.apply(message));
    }
  }

  CameraLine(RtspAddress address, RtspSettings settings, CaptureClock clock) {
    this.address = address;
    this.settings = settings;
    this.clock = clock;
  }

  /// Connects.
  ///
  /// @throws PlayEnded when that fails, with words for a person
  Ends connect() throws PlayEnded, IOException {
    return switch (address.carriage()) {
      case ANY, TCP, UDP -> plain(dial());
      case TLS -> secured(dial());
      case HTTP -> HttpTunnel.through(plain(dial()), () -> plain(dial()), address, clock, settings);
    };
  }

  private Ends plain(Socket socket) throws IOException {
    return ends(socket, socket);
  }

  private Ends ends(Socket socket, Socket carrier) throws IOException {
    return new Ends(
        new DeadlineStream(socket, clock),
        new DeadlineOutput(socket, carrier, settings.reply()),
        UnaryOperator.identity(),
        socket.getInetAddress());
  }

  private Ends secured(Socket plain) throws PlayEnded, IOException {
    return switch (TlsHandshake.over(
        plain, address.host(), address.port(), address.certificate(), settings.reply())) {
      case TlsHandshake.Outcome.Vouched(Socket secure) -> ends(secure, plain);
      case TlsHandshake.Outcome.Stranger(Fingerprint shown) ->
          throw new PlayEnded(
              new RtspOutcome.NotVouchedFor(shown, address.certificate().isPresent()));
      case TlsHandshake.Outcome.NoTls() ->
          throw new PlayEnded(new RtspOutcome.Unreachable("it does not speak TLS there"));
    };
  }

  private Socket dial() throws PlayEnded {
    try {
      return sockets.dial(address.host(), address.port(), settings.connect());
    } catch (DialFailed e) {
      throw new PlayEnded(new RtspOutcome.Unreachable(e.reason()));
    }
  }

  /// Wakes whoever reads, who can then say goodbye and close; what is not connected yet never will
  /// be.
  void hangUp() {
    sockets.hangUp();
  }

  @Override
  public void close() {
    sockets.close();
  }
}
