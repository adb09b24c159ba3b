package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtsp.message.RtspHeaders;
import io.mashrabiya.media.rtsp.message.RtspResponse;
import io.mashrabiya.media.rtsp.message.SessionHeader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// Tells the camera at half its session's time-out that somebody is still there: by `GET_PARAMETER`
/// where the camera says that it knows it, else by `OPTIONS` (RFC 2326, section 10.8). Owned by the
/// thread that plays the camera.
final class KeepAlive {
  private static final int UNAUTHORIZED = 401;
  private static final int SESSION_NOT_FOUND = 454;

  private final RtspConnection connection;
  private final String url;
  private final SessionHeader session;
  private String method;
  private long dueMicros;
  private boolean challengedBefore;

  /// @param publicMethods the `Public` header of the answer to `OPTIONS`, where there was one
  KeepAlive(
      RtspConnection connection,
      String url,
      SessionHeader session,
      Optional<String> publicMethods,
      long now) {
    this.connection = connection;
    this.url = url;
    this.session = session;
    boolean announced =
        Arrays.stream(publicMethods.orElse("").split(",", -1))
            .anyMatch(name -> name.strip().equals("GET_PARAMETER"));
    this.method = announced ? "GET_PARAMETER" : "OPTIONS";
    dueFrom(now);
  }

  /// When the next one is to be sent.
  long dueMicros() {
    return dueMicros;
  }

  /// Sends one; its answer comes to [#answered].
  void send(long now) throws IOException, PlayEnded {
    dueFrom(now);
    connection.send(method, url, RtspHeaders.NONE.with("Session", session.id()));
  }

  /// Takes the answer. Leniency: an answer that refuses `GET_PARAMETER` is forgiven, and `OPTIONS`
  /// is used from then on; a new challenge in mid-session is answered once.
  void answered(RtspResponse response, long now) throws IOException, PlayEnded {
    if (response.status() == UNAUTHORIZED) {
      if (challengedBefore) {
        throw new PlayEnded(new RtspOutcome.CredentialsRefused());
      }
      challengedBefore = true;
      connection.challenged(response, 0);
      send(now);
      return;
    }
    challengedBefore = false;
    if (response.status() == SESSION_NOT_FOUND) {
      throw new PlayEnded(new RtspOutcome.ClosedByCamera());
    }
    if (!response.success()) {
      method = "OPTIONS";
    }
  }

  private void dueFrom(long now) {
    dueMicros = now + CaptureClock.micros(session.timeout()) / 2;
  }
}
