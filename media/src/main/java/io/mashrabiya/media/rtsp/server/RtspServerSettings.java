package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ServerAuthentication.Scheme;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a server listens and whom it serves.
///
/// @param listen the address and port to listen on; port 0 takes a free one
/// @param access who may look; empty lets everybody in
/// @param mostClients the most connections at once; one more is closed at once
/// @param sessionTimeout how long a client may say nothing
/// @param mostPacketBytes the largest RTP packet sent
/// @param mostQueuedBytes how much waits for a slow client before it is skipped to the next key
///   frame
public record RtspServerSettings(
    InetSocketAddress listen,
    Optional<Access> access,
    int mostClients,
    Duration sessionTimeout,
    int mostPacketBytes,
    int mostQueuedBytes) {

  /// Who may look, and how they prove it.
  ///
  /// @param schemes what is offered, in that order
  public record Access(Credentials credentials, List<Scheme> schemes) {
    public Access {
      schemes = List.copyOf(schemes);
    }
  }

  /// Everybody on this machine and nobody else, on a free port.
  public static RtspServerSettings loopback() {
    return new RtspServerSettings(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        Optional.empty(),
        64,
        Duration.ofSeconds(60),
        1400,
        8 * 1024 * 1024);
  }

  /// The same, listening elsewhere.
  public RtspServerSettings listeningOn(InetSocketAddress address) {
    return new RtspServerSettings(
        address, access, mostClients, sessionTimeout, mostPacketBytes, mostQueuedBytes);
  }

  /// The same, for those who know these credentials.
  public RtspServerSettings onlyFor(Credentials credentials, List<Scheme> schemes) {
    return new RtspServerSettings(
        listen,
        Optional.of(new Access(credentials, schemes)),
        mostClients,
        sessionTimeout,
        mostPacketBytes,
        mostQueuedBytes);
  }

  /// The same, with another patience for silent clients.
  public RtspServerSettings sessionTimeout(Duration timeout) {
    return new RtspServerSettings(
        listen, access, mostClients, timeout, mostPacketBytes, mostQueuedBytes);
  }

  /// The same, with another bound on what waits for a slow client.
  public RtspServerSettings mostQueuedBytes(int bytes) {
    return new RtspServerSettings(
        listen, access, mostClients, sessionTimeout, mostPacketBytes, bytes);
  }
}
