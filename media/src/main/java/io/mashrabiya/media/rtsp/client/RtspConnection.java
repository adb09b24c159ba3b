package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.auth.ClientAuthentication;
import io.mashrabiya.media.rtsp.message.RtspHeaders;
import io.mashrabiya.media.rtsp.message.RtspIncoming;
import io.mashrabiya.media.rtsp.message.RtspInput;
import io.mashrabiya.media.rtsp.message.RtspMessage;
import io.mashrabiya.media.rtsp.message.RtspRequest;
import io.mashrabiya.media.rtsp.message.RtspResponse;
import io.mashrabiya.media.socket.Printable;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/// One connection to a camera: sends requests, waits for their answers, and hands on the packets
/// that come in between.
///
/// Answers are taken in the order of the requests; their `CSeq` is not compared (leniency: some
/// cameras write it wrongly, and on one connection the order says it all). A camera that reads
/// nothing ends the session, as one that says nothing does. Owned by the thread that plays the
/// camera.
final class RtspConnection {
  private static final int LEAST_FINAL = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_IMPLEMENTED = 501;

  private final CameraLine.Ends ends;
  private final RtspInput input;
  private final CaptureClock clock;
  private final RtspSettings settings;
  private final ClientAuthentication authentication;
  private final Consumer<RtspIncoming.Interleaved> packets;
  private int sequence;

  /// @param packets takes the packets of media that come while an answer is waited for
  RtspConnection(
      CameraLine.Ends ends,
      CaptureClock clock,
      RtspSettings settings,
      ClientAuthentication authentication,
      Consumer<RtspIncoming.Interleaved> packets) {
    this.ends = ends;
    this.input = new RtspInput(ends.input());
    this.clock = clock;
    this.settings = settings;
    this.authentication = authentication;
    this.packets = packets;
  }

  /// Sends a request and waits for its answer; answers a challenge where it can.
  RtspResponse ask(String method, String url, RtspHeaders headers) throws IOException, PlayEnded {
    for (int asked = 0; ; asked++) {
      send(method, url, headers);
      RtspResponse response = response(method);
      if (response.status() != UNAUTHORIZED) {
        return response;
      }
      challenged(response, asked);
    }
  }

  /// Asks, and ends the session where the answer is a refusal.
  RtspResponse succeed(String method, String url, RtspHeaders headers)
      throws IOException, PlayEnded {
    RtspResponse response = ask(method, url, headers);
    if (response.success()) {
      return response;
    }
    throw new PlayEnded(
        switch (response.status()) {
          case 404, 410 -> new RtspOutcome.NotFound();
          case 301, 302, 303, 305 -> new RtspOutcome.Redirected();
          default ->
              new RtspOutcome.Refused(method, response.status(), Printable.of(response.reason()));
        });
  }

  /// Takes the challenge of a 401, or ends the session where it cannot be answered.
  ///
  /// @param before how many there were to the same request before
  void challenged(RtspResponse response, int before) throws PlayEnded {
    PlayEnded.unlessAnswered(
        authentication.challenged(response.headers().all("WWW-Authenticate"), before));
  }

  /// Sends a request and leaves its answer to whoever reads next.
  void send(String method, String url, RtspHeaders headers) throws IOException, PlayEnded {
    RtspHeaders sent =
        RtspHeaders.NONE
            .with("CSeq", Integer.toString(++sequence))
            .with("User-Agent", settings.userAgent());
    for (RtspHeaders.Field field : headers.fields()) {
      sent = sent.with(field.name(), field.value());
    }
    var authorization = authentication.header(method, url);
    if (authorization.isPresent()) {
      sent = sent.with("Authorization", authorization.get());
    }
    write(new RtspRequest(method, url, sent, ""));
  }

  /// Sends a packet of RTCP on a channel of this connection (RFC 2326, section 10.12).
  void send(int channel, ByteBuffer packet) throws IOException, PlayEnded {
    byte[] interleaved = new byte[4 + packet.remaining()];
    ByteBuffer.wrap(interleaved)
        .put((byte) '$')
        .put((byte) channel)
        .putShort((short) packet.remaining())
        .put(packet);
    ends.write(interleaved);
  }

  /// Waits for what comes next, but for interim answers (1xx, of which the answer itself follows),
  /// until the deadline; a [SocketTimeoutException] says that it has passed.
  RtspIncoming next(long deadlineMicros) throws IOException {
    ends.readUntil(deadlineMicros);
    RtspIncoming incoming = input.next();
    while (incoming instanceof RtspResponse response && response.status() < LEAST_FINAL) {
      incoming = input.next();
    }
    return incoming;
  }

  /// Answers a request of the camera's, of which none is implemented.
  void decline(RtspRequest request) throws IOException, PlayEnded {
    RtspHeaders headers = RtspHeaders.NONE;
    var number = request.headers().first("CSeq").filter(value -> value.matches("[0-9]{1,10}"));
    if (number.isPresent()) {
      headers = headers.with("CSeq", number.get());
    }
    write(new RtspResponse(NOT_IMPLEMENTED, "Not Implemented", headers, ""));
  }

  private void write(RtspMessage message) throws IOException, PlayEnded {
    ends.write(message.encode());
  }

  private RtspResponse response(String method) throws IOException, PlayEnded {
    long deadlineMicros = clock.nowMicros() + CaptureClock.micros(settings.reply());
    while (true) {
      try {
        switch (next(deadlineMicros)) {
          case RtspResponse response -> {
            return response;
          }
          case RtspRequest request -> decline(request);
          case RtspIncoming.Interleaved packet -> packets.accept(packet);
          case RtspIncoming.End() -> throw new PlayEnded(new RtspOutcome.ClosedByCamera());
          case RtspIncoming.Malformed(int offset, Sentence production) ->
              throw new PlayEnded(new RtspOutcome.Malformed(production, offset));
        }
      } catch (SocketTimeoutException e) {
        throw new PlayEnded(new RtspOutcome.Silent(say("answer to {0}", method)));
      }
      if (clock.nowMicros() > deadlineMicros) { // packets alone are no answer
        throw new PlayEnded(new RtspOutcome.Silent(say("answer to {0}", method)));
      }
    }
  }
}
