package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.auth.ClientAuthentication;
import io.mashrabiya.media.socket.DeadlineSocket;
import io.mashrabiya.media.socket.DialFailed;
import io.mashrabiya.media.socket.Sockets;
import io.mashrabiya.media.socket.TlsFailure;
import io.mashrabiya.media.socket.TlsHandshake;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Asks a camera for what is at its address, over a connection of its own for each question, and
/// answers its challenge.
///
/// Guarantee: no question goes to another address, whatever the camera says, and nothing that comes
/// is unpacked. Owned by one thread.
final class HttpCall {
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final String METHOD = "GET";

  private final HttpAddress address;
  private final HttpSettings settings;
  private final CaptureClock clock;
  private final Sockets sockets;
  private final ClientAuthentication authentication;
  private final Optional<TlsHandshake> tls;

  HttpCall(
      HttpAddress address,
      HttpSettings settings,
      CaptureClock clock,
      Sockets sockets,
      ClientAuthentication authentication) {
    this.address = address;
    this.settings = settings;
    this.clock = clock;
    this.sockets = sockets;
    this.authentication = authentication;
    this.tls =
        address.scheme() == HttpScheme.HTTPS
            ? Optional.of(new TlsHandshake(address.host(), address.port(), address.certificate()))
            : Optional.empty();
  }

  /// An answer whose head has come. Closing it ends its connection.
  ///
  /// @param body what follows the head
  /// @param patience sets the limits for reading the body
  record Answer(Head head, ByteInput body, PatientStream patience, Socket socket)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /// Asks, with what the last challenge asked for; answers one more challenge, and another where
  /// only the nonce had grown old.
  ///
  /// @throws HttpEnded if no answer with something in it comes
  Answer get() throws HttpEnded, IOException {
    Answer answer = ask();
    for (int challenges = 0; answer.head().status() == UNAUTHORIZED; challenges++) {
      answer.close();
      challenged(answer.head().fields().all("WWW-Authenticate"), challenges);
      answer = ask();
    }
    judge(answer.head());
    return answer;
  }

  private void challenged(List<String> headers, int before) throws HttpEnded {
    switch (authentication.challenged(headers, before)) {
      case NO_CREDENTIALS -> throw new HttpEnded(new HttpOutcome.CredentialsNeeded());
      case NOT_SPOKEN -> throw new HttpEnded(new HttpOutcome.AuthenticationNotSpoken());
      case REFUSED -> throw new HttpEnded(new HttpOutcome.CredentialsRefused());
      case ASK_AGAIN -> {}
    }
  }

  private static void judge(Head head) throws HttpEnded {
    int status = head.status();
    if (status >= 300 && status < 400) {
      throw new HttpEnded(new HttpOutcome.Redirected());
    }
    if (status == NOT_FOUND || status == GONE) {
      throw new HttpEnded(new HttpOutcome.NotFound());
    }
    if (status != OK) {
      throw new HttpEnded(new HttpOutcome.Refused(status, head.reason()));
    }
    String packed = head.fields().first("Content-Encoding").orElse("identity");
    if (!packed.toLowerCase(Locale.ROOT).equals("identity")) {
      throw new HttpEnded(new HttpOutcome.Malformed(say("an answer that is not packed"), 0));
    }
  }

  private Answer ask() throws HttpEnded, IOException {
    DeadlineSocket plain = dial();
    Socket socket = tls.isPresent() ? secured(tls.get(), plain) : plain;
    try {
      PatientStream stream = new PatientStream(plain, socket.getInputStream(), clock);
      stream.await(settings.reply(), settings.reply());
      socket.getOutputStream().write(question());
      ByteInput in = new ByteInput(stream);
      Head head = Head.read(in);
      return new Answer(head, new ByteInput(Body.of(head, in)), stream, socket);
    } catch (SocketTimeoutException e) {
      throw new HttpEnded(new HttpOutcome.Silent(say("answer")));
    }
  }

  private DeadlineSocket dial() throws HttpEnded {
    try {
      return sockets.dial(address.host(), address.port(), settings.connect());
    } catch (DialFailed e) {
      throw new HttpEnded(new HttpOutcome.Unreachable(e.words()));
    }
  }

  private Socket secured(TlsHandshake with, DeadlineSocket plain) throws HttpEnded {
    plain.readUntil(clock.nowMicros() + CaptureClock.micros(settings.reply()));
    return switch (shakenHands(with, plain)) {
      case TlsHandshake.Outcome.Vouched(Socket secure) -> secure;
      case TlsHandshake.Outcome.Failed(TlsFailure why) ->
          throw new HttpEnded(new HttpOutcome.NotSecured(why));
    };
  }

  private TlsHandshake.Outcome shakenHands(TlsHandshake with, DeadlineSocket plain)
      throws HttpEnded {
    try {
      return with.over(plain);
    } catch (SocketTimeoutException e) {
      throw new HttpEnded(new HttpOutcome.Silent(say("TLS handshake")));
    }
  }

  private byte[] question() {
    String authorization =
        authentication
            .header(METHOD, address.target())
            .map(value -> "Authorization: " + value + "\r\n")
            .orElse("");
    String question =
        String.join(
                "\r\n",
                METHOD + " " + address.target() + " HTTP/1.1",
                "Host: " + address.authority(),
                "User-Agent: " + settings.userAgent(),
                "Accept: multipart/x-mixed-replace, image/jpeg, */*;q=0.1",
                "Accept-Encoding: identity",
                "Cache-Control: no-cache",
                "Connection: close")
            + "\r\n"
            + authorization
            + "\r\n";
    return question.getBytes(StandardCharsets.ISO_8859_1);
  }
}
