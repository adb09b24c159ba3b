package io.mashrabiya.home.link;

import io.mashrabiya.home.link.WebSocketLine.Heard;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.home.live.Outbox;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The home's media link: frames go out as fast as the relay acknowledges them. It lives as long as
/// its WebSocket; the control link starts it with each ticket.
///
/// One virtual thread sends and one listens for each link; at most one link is up.
public final class MediaLink {
  private static final System.Logger LOG = System.getLogger(MediaLink.class.getName());
  private static final long GOODBYE_MILLIS = 1_000;
  private static final Duration SILENCE = Duration.ofMinutes(10);

  /// An acknowledgement is all that a home is sent here.
  private static final int MOST_BYTES = 64;

  private final Origin origin;
  private final HttpClient client;
  private final Outbox outbox;
  private final Live live;
  private final Runnable wantTicket;
  private final LinkPatience patience;
  private @Nullable Thread thread;

  /// @param wantTicket asks for the ticket of the next link, after this one broke
  public MediaLink(
      Origin origin, HttpClient client, Outbox outbox, Live live, Runnable wantTicket) {
    this(origin, client, outbox, live, wantTicket, LinkPatience.DEFAULT);
  }

  MediaLink(
      Origin origin,
      HttpClient client,
      Outbox outbox,
      Live live,
      Runnable wantTicket,
      LinkPatience patience) {
    this.origin = origin;
    this.client = client;
    this.outbox = outbox;
    this.live = live;
    this.wantTicket = wantTicket;
    this.patience = patience;
  }

  synchronized void start(Ticket ticket) {
    stop();
    thread = Thread.ofVirtual().name("media-link").start(() -> run(ticket));
  }

  /// Ends the link without asking for another.
  synchronized void stop() {
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(GOODBYE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }

  void close() {
    stop();
  }

  private void run(Ticket ticket) {
    try (WebSocketLine line =
        WebSocketLine.connect(
            client, origin.webSocket("/v1/home/media"), MOST_BYTES, patience.greeting())) {
      line.send(new MediaMessage.Ticket(ticket).bytes());
      send(line);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "media link", e);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the media link ended by a fault of ours", e);
    } catch (InterruptedException e) {
      return;
    }
    try {
      Thread.sleep(patience.nextTicket());
      wantTicket.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(WebSocketLine line) throws IOException, InterruptedException {
    outbox.open();
    Thread ear = Thread.ofVirtual().name("media-ear").start(() -> listen(line));
    try {
      live.resend();
      while (ear.isAlive()) {
        var next = outbox.take();
        if (next.isPresent()) {
          line.send(new MediaMessage.Frame(next.get().camera(), next.get().frame()).bytes());
        }
      }
    } finally {
      outbox.shut();
      ear.interrupt();
    }
  }

  /// Until the line ends, or says what it may not.
  private void listen(WebSocketLine line) {
    try {
      while (true) {
        switch (line.receive(SILENCE).orElse(new Heard.Pong())) {
          case Heard.Bytes(byte[] bytes) -> acknowledged(MediaMessage.parse(bytes));
          case Heard.Pong() -> line.ping();
          case Heard.Text(String text) -> throw new Malformed("media", 0);
          case Heard.End(String why) -> {
            LOG.log(Level.DEBUG, () -> "the media link is " + why);
            return;
          }
        }
      }
    } catch (Malformed e) {
      LOG.log(Level.WARNING, () -> "the relay does not speak our language: " + e.getMessage());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "media link", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void acknowledged(MediaMessage message) throws Malformed {
    boolean sane =
        message instanceof MediaMessage.Acknowledgement(long frames) && outbox.acknowledged(frames);
    if (!sane) {
      throw new Malformed("media.acknowledgement", 0);
    }
  }
}
