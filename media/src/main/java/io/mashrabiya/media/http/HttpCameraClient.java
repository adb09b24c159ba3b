package io.mashrabiya.media.http;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CameraClient;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ClientAuthentication;
import io.mashrabiya.media.rtp.StreamCounters;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.socket.Printable;
import io.mashrabiya.media.socket.Sockets;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Plays a camera that gives JPEG pictures over HTTP: those of one endless answer, or one picture
/// for each question, as the first answer shows.
///
/// A picture's time is when its first bytes arrived, so that it never looks younger than it is,
/// even where a camera tells a picture's end only by the next one.
public final class HttpCameraClient implements CameraClient {
  private final HttpAddress address;
  private final HttpSettings settings;
  private final CaptureClock clock;
  private final StreamCounters counters;
  private final NewestSnapshot newest;
  private final Rest rest;
  private final Sockets sockets;
  private final HttpCall call;
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param clock stamps the frames, and measures every wait
  /// @param counters count what happens; they may have counted before
  /// @param newest what the same camera gave before
  public HttpCameraClient(
      HttpAddress address,
      Optional<Credentials> credentials,
      HttpSettings settings,
      CaptureClock clock,
      StreamCounters counters,
      NewestSnapshot newest) {
    this(address, credentials, settings, clock, counters, newest, Rest.REAL);
  }

  HttpCameraClient(
      HttpAddress address,
      Optional<Credentials> credentials,
      HttpSettings settings,
      CaptureClock clock,
      StreamCounters counters,
      NewestSnapshot newest,
      Rest rest) {
    this.address = address;
    this.settings = settings;
    this.clock = clock;
    this.counters = counters;
    this.newest = newest;
    this.rest = rest;
    this.sockets = new Sockets(clock, settings.reply());
    this.call =
        new HttpCall(address, settings, clock, sockets, new ClientAuthentication(credentials));
  }

  @Override
  public HttpOutcome play(FrameSink sink) {
    HttpOutcome outcome = playUntilItEnds(new PictureOutlet(sink, counters));
    return isClosed() ? new HttpOutcome.Stopped() : outcome;
  }

  /// Ends it: [#play] returns soon.
  @Override
  public void close() {
    closed.countDown();
    sockets.hangUp();
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private HttpOutcome playUntilItEnds(PictureOutlet outlet) {
    try (sockets) {
      long askedMicros = clock.nowMicros();
      HttpCall.Answer first = call.get();
      return switch (Content.of(first)) {
        case Content.STREAM -> stream(first, outlet);
        case Content.PICTURE -> poll(first, askedMicros, outlet);
        case Content.OTHER ->
            new HttpOutcome.NoPictures(Printable.of(first.head().fields().type()));
      };
    } catch (HttpEnded e) {
      return e.outcome();
    } catch (MalformedHttp e) {
      return new HttpOutcome.Malformed(e.production(), e.offset());
    } catch (SocketTimeoutException e) {
      return new HttpOutcome.Silent(say("whole picture"));
    } catch (IOException e) {
      return new HttpOutcome.ClosedByCamera();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new HttpOutcome.Stopped();
    }
  }

  private HttpOutcome stream(HttpCall.Answer answer, PictureOutlet outlet) throws IOException {
    try (answer) {
      JpegParts parts = new JpegParts(answer.body(), clock);
      while (true) {
        answer.patience().await(settings.silence(), settings.picture());
        Optional<JpegParts.Part> part = parts.next();
        if (part.isEmpty()) {
          return new HttpOutcome.ClosedByCamera();
        }
        outlet.accept(part.get().bytes(), part.get().beganMicros());
      }
    }
  }

  private HttpOutcome poll(HttpCall.Answer first, long firstAskedMicros, PictureOutlet outlet)
      throws HttpEnded, IOException, InterruptedException {
    HttpCall.Answer answer = first;
    long askedMicros = firstAskedMicros;
    long changedMicros = askedMicros;
    while (true) {
      if (Content.of(answer) != Content.PICTURE) {
        return new HttpOutcome.ClosedByCamera(); // the next client finds out what it is now
      }
      byte[] picture = picture(answer);
      counters.count(StreamEvent.SNAPSHOT);
      if (newest.changes(picture) && outlet.accept(picture, askedMicros)) {
        changedMicros = askedMicros;
      } else if (askedMicros - changedMicros >= frozenMicros()) {
        return new HttpOutcome.Frozen();
      }
      rest.await(rest(askedMicros), closed);
      askedMicros = clock.nowMicros();
      answer = call.get();
    }
  }

  private byte[] picture(HttpCall.Answer answer) throws IOException {
    try (answer) {
      answer.patience().await(settings.silence(), settings.picture());
      byte[] bytes = answer.body().readNBytes(JpegParts.MOST_BYTES + 1);
      if (bytes.length > JpegParts.MOST_BYTES) {
        throw new MalformedHttp(say("a picture of at most 8 MiB"), bytes.length);
      }
      return bytes;
    }
  }

  private Duration rest(long askedMicros) {
    long leftMicros = CaptureClock.micros(address.every()) - (clock.nowMicros() - askedMicros);
    return Duration.of(Math.max(0, leftMicros), ChronoUnit.MICROS);
  }

  private long frozenMicros() {
    return Math.max(
        CaptureClock.micros(settings.picture()), 3 * CaptureClock.micros(address.every()));
  }
}
