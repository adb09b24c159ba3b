package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ClientAuthentication;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.socket.DeadlineSocket;
import io.mashrabiya.media.socket.DialFailed;
import io.mashrabiya.media.socket.Sockets;
import io.mashrabiya.media.socket.TlsFailure;
import io.mashrabiya.media.socket.TlsHandshake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The bytes between a client and a camera, however the camera's URL says that they are carried:
/// over one TCP connection, inside TLS, or through two HTTP connections.
///
/// Owned by the thread that plays the camera, but for [#hangUp], which any thread may call.
final class CameraLine implements AutoCloseable {
  private final RtspAddress address;
  private final Optional<Credentials> credentials;
  private final RtspSettings settings;
  private final CaptureClock clock;
  private final Sockets sockets;

  /// What has been connected: where bytes come from and go to.
  ///
  /// @param connection that the input comes over
  /// @param encoding what is done to each message before it is written
  record Ends(
      DeadlineSocket connection,
      InputStream input,
      OutputStream output,
      UnaryOperator<byte[]> encoding) {
    /// Sets the moment after which reading throws a [SocketTimeoutException].
    void readUntil(long deadlineMicros) {
      connection.readUntil(deadlineMicros);
    }

    /// Blocks until the camera's side or the system has taken it.
    ///
    /// @throws PlayEnded when that takes too long
    void write(byte[] message) throws PlayEnded, IOException {
      try {
        output.write(encoding.apply(message));
      } catch (SocketTimeoutException e) {
        throw new PlayEnded(new RtspOutcome.Silent(say("sign that it reads")));
      }
    }

    InetAddress peer() {
      return connection.getInetAddress();
    }
  }

  /// @param credentials for a camera that asks for them before RTSP begins
  CameraLine(
      RtspAddress address,
      Optional<Credentials> credentials,
      RtspSettings settings,
      CaptureClock clock) {
    this.address = address;
    this.credentials = credentials;
    this.settings = settings;
    this.clock = clock;
    this.sockets = new Sockets(clock, settings.reply());
  }

  /// Connects.
  ///
  /// @throws PlayEnded when that fails, with words for a person
  Ends connect() throws PlayEnded, IOException {
    return switch (address.carriage()) {
      case ANY, TCP, UDP -> plain(dial());
      case TLS -> secured(dial());
      case HTTP -> {
        var authentication = new ClientAuthentication(credentials);
        yield new HttpTunnel(() -> plain(dial()), address, clock, settings, authentication).open();
      }
    };
  }

  private static Ends plain(DeadlineSocket connection) throws IOException {
    return ends(connection, connection);
  }

  private static Ends ends(DeadlineSocket connection, Socket talk) throws IOException {
    return new Ends(
        connection, talk.getInputStream(), talk.getOutputStream(), UnaryOperator.identity());
  }

  private Ends secured(DeadlineSocket plain) throws PlayEnded, IOException {
    plain.readUntil(clock.nowMicros() + CaptureClock.micros(settings.reply()));
    return switch (shakenHands(plain)) {
      case TlsHandshake.Outcome.Vouched(Socket secure) -> ends(plain, secure);
      case TlsHandshake.Outcome.Failed(TlsFailure why) ->
          throw new PlayEnded(new RtspOutcome.NotSecured(why));
    };
  }

  private TlsHandshake.Outcome shakenHands(DeadlineSocket plain) throws PlayEnded {
    try {
      return new TlsHandshake(address.host(), address.port(), address.certificate()).over(plain);
    } catch (SocketTimeoutException e) {
      throw new PlayEnded(new RtspOutcome.Silent(say("TLS handshake")));
    }
  }

  private DeadlineSocket dial() throws PlayEnded {
    try {
      return sockets.dial(address.host(), address.port(), settings.connect());
    } catch (DialFailed e) {
      throw new PlayEnded(new RtspOutcome.Unreachable(e.words()));
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
