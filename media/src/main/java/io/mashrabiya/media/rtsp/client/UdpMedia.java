package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.rtp.ReorderBuffer;
import io.mashrabiya.media.rtp.Rtcp;
import io.mashrabiya.words.ToldException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// The media of a session over UDP: a pair of ports for each stream, of which only what the camera
/// itself sends is taken.
///
/// Owned by the thread that plays the camera.
final class UdpMedia implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(UdpMedia.class.getName());

  /// How long a packet waits for one that the network overtook it with.
  private static final Duration REORDERING = Duration.ofMillis(100);

  private static final Duration REPORT_EVERY = Duration.ofSeconds(5);
  private static final int RECEIVE_BUFFER_BYTES = 2 << 20;
  private static final int MOST_TRIES = 50;
  private static final int MOST_AT_ONCE = 512;

  private final Selector selector;
  private final InetAddress camera;
  private final CaptureClock clock;
  private final ByteBuffer packet = ByteBuffer.allocate(65_535);
  private final List<Stream> streams = new ArrayList<>();
  private final int source;
  private long reportDueMicros;

  /// What takes one stream's packets.
  interface Sink {
    /// One of RTP.
    void media(ByteBuffer packet);

    /// One of RTCP.
    void control(ByteBuffer packet);
  }

  /// One stream's two ports.
  final class Stream {
    private final DatagramChannel media;
    private final DatagramChannel control;
    private final ReorderBuffer order;
    private OptionalInt serverPort = OptionalInt.empty();

    private Stream(DatagramChannel media, DatagramChannel control, Sink sink) throws IOException {
      this.media = media;
      this.control = control;
      this.order = new ReorderBuffer(CaptureClock.micros(REORDERING), sink::media);
      register(media, this::takeMedia);
      register(control, sink::control);
    }

    /// The port of its media, an even one; that of its control is the next.
    int port() throws IOException {
      return portOf(media);
    }

    /// The camera sends from there; a word to it opens what lies between for the way back.
    void from(int port) {
      serverPort = OptionalInt.of(port);
    }

    /// Sends a compound packet of RTCP from this side's source, where the camera said from where it
    /// sends.
    boolean send(IntFunction<ByteBuffer> compound) {
      if (serverPort.isEmpty()) {
        return false;
      }
      try {
        control.send(
            compound.apply(source), new InetSocketAddress(camera, serverPort.getAsInt() + 1));
        return true;
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "a packet of control does not go out");
        return false;
      }
    }

    private void takeMedia(ByteBuffer received) {
      order.accept(received, clock.nowMicros());
    }
  }

  /// @param source what this side is called in RTCP
  UdpMedia(InetAddress camera, int source, CaptureClock clock) throws IOException {
    this.camera = camera;
    this.source = source;
    this.clock = clock;
    this.selector = Selector.open();
  }

  /// Opens the ports of one more stream.
  Stream open(Sink sink) throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      DatagramChannel media = bound(0);
      int port = portOf(media);
      if (port % 2 == 0 && port < 65_535) {
        try {
          Stream stream = new Stream(media, bound(port + 1), sink);
          streams.add(stream);
          return stream;
        } catch (IOException e) {
          LOG.log(System.Logger.Level.DEBUG, "the next port is taken");
        }
      }
      media.close();
    }
    throw new ToldException(say("no two ports beside each other are free"));
  }

  /// Takes packets until that moment, or until some came.
  void await(long untilMicros) throws IOException {
    long millis =
        Math.ceilDiv(untilMicros - clock.nowMicros(), 1_000); // rounded down it would spin
    if (millis > 0) {
      selector.select(this::take, millis);
    } else {
      selector.selectNow(this::take);
    }
    long now = clock.nowMicros();
    streams.forEach(stream -> stream.order.expire(now));
    if (now >= reportDueMicros) {
      reportDueMicros = now + CaptureClock.micros(REPORT_EVERY);
      streams.forEach(this::report);
    }
  }

  private void take(SelectionKey key) {
    @SuppressWarnings("unchecked") // registered so below
    var sink = (Consumer<ByteBuffer>) key.attachment();
    try {
      for (int taken = 0; taken < MOST_AT_ONCE; taken++) {
        packet.clear();
        var from = (InetSocketAddress) ((DatagramChannel) key.channel()).receive(packet);
        if (from == null) {
          return;
        }
        if (from.getAddress().equals(camera)) {
          sink.accept(packet.flip());
        }
      }
    } catch (IOException e) {
      // such as a port that the camera closed: its silence is noticed elsewhere
      LOG.log(System.Logger.Level.DEBUG, "a port of a camera fails");
    }
  }

  /// Says to the camera, and to what lies between, that somebody is still here.
  private void report(Stream stream) {
    if (stream.serverPort.isEmpty()) {
      return;
    }
    int port = stream.serverPort.getAsInt();
    stream.send(Rtcp::receiverReport);
    try {
      stream.media.send(ByteBuffer.allocate(0), new InetSocketAddress(camera, port));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a report does not go out");
    }
  }

  private void register(DatagramChannel channel, Consumer<ByteBuffer> sink) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, sink);
  }

  private static DatagramChannel bound(int port) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
      return channel.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static int portOf(DatagramChannel channel) throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  @Override
  public void close() {
    try {
      for (Stream stream : streams) {
        stream.media.close();
        stream.control.close();
      }
      selector.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a port does not close");
    }
  }
}
