package io.mashrabiya.media.rtsp.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A camera that answers one connection word by word as a test tells it, and keeps what it was
/// asked.
final class ScriptedCamera implements AutoCloseable {
  static final String SDP =
      """
      v=0
      m=video 0 RTP/AVP 96
      a=rtpmap:96 H264/90000
      a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z2QAHqzZQKAv+XARAAADAAEAAAMAMg8WLZY=,aOvjyyLA
      a=control:trackID=1
      """;
  static final String OPTIONS =
      "RTSP/1.0 200 OK\r\nCSeq: 1\r\nPublic: OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER\r\n\r\n";
  static final String SETUP =
      "RTSP/1.0 200 OK\r\nSession: 42;timeout=60\r\n"
          + "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
  static final String PLAY = "RTSP/1.0 200 OK\r\nSession: 42\r\n\r\n";

  private final ServerSocket listener;
  private final List<Object> script = new ArrayList<>();
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final CompletableFuture<OutputStream> output = new CompletableFuture<>();
  private volatile boolean hangUp;
  private volatile boolean drips;
  private volatile byte[] flood = {};

  ScriptedCamera() throws IOException {
    this(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
  }

  ScriptedCamera(ServerSocket listener) {
    this.listener = listener;
  }

  /// The answer to `DESCRIBE` with that description.
  static String describe(String sdp) {
    return "RTSP/1.0 200 OK\r\nContent-Type: application/sdp\r\nContent-Length: "
        + sdp.length()
        + "\r\n\r\n"
        + sdp;
  }

  /// An RTP packet of this camera's pictures, on channel 0.
  static byte[] picture(
      int source, int sequenceNumber, int timestamp90k, boolean marker, byte... payload) {
    byte[] packet =
        ByteBuffer.allocate(12 + payload.length)
            .put((byte) 0x80)
            .put((byte) ((marker ? 0x80 : 0) | 96))
            .putShort((short) sequenceNumber)
            .putInt(timestamp90k)
            .putInt(source)
            .put(payload)
            .array();
    return interleaved(0, packet);
  }

  /// A key frame that fits one packet, on a channel of an interleaved connection.
  static byte[] keyFrame(int channel, int sequenceNumber) {
    return interleaved(
        channel,
        new byte[] {
          (byte) 0x80,
          (byte) 0xe0,
          0,
          (byte) sequenceNumber,
          0,
          0,
          0,
          (byte) sequenceNumber,
          0,
          0,
          0,
          1,
          0x65,
          (byte) 0x88,
          1,
          2
        });
  }

  static byte[] interleaved(int channel, byte[] packet) {
    byte[] whole = new byte[4 + packet.length];
    whole[0] = '$';
    whole[1] = (byte) channel;
    whole[2] = (byte) (packet.length >> 8);
    whole[3] = (byte) packet.length;
    System.arraycopy(packet, 0, whole, 4, packet.length);
    return whole;
  }

  /// Answers the next request with that text.
  ScriptedCamera answer(String text) {
    script.add(text);
    return this;
  }

  /// Answers the requests up to and with `PLAY` as a good camera does.
  ScriptedCamera answerAll() {
    return answer(OPTIONS).answer(describe(SDP)).answer(SETUP).answer(PLAY);
  }

  /// Sends bytes without being asked.
  ScriptedCamera send(byte[] bytes) {
    script.add(bytes);
    return this;
  }

  /// Sends bytes now, beside the script.
  void sendNow(byte[] bytes) throws IOException {
    output.join().write(bytes);
  }

  /// Waits for a request and says nothing.
  ScriptedCamera silence() {
    script.add("");
    return this;
  }

  /// After the script, sends one byte of a start line that never ends every 20 ms.
  ScriptedCamera drip() {
    drips = true;
    return this;
  }

  /// After the script, says the same again and again and reads nothing.
  ScriptedCamera thenFloods(String text) {
    flood = text.repeat(100).getBytes(StandardCharsets.US_ASCII);
    return this;
  }

  /// Closes the connection after the script, instead of waiting for the client.
  ScriptedCamera thenHangUp() {
    hangUp = true;
    return this;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  ScriptedCamera start() {
    Thread.ofVirtual().start(this::run);
    return this;
  }

  /// The next that came: of a request its first line and headers, of a packet `$`, its channel and
  /// its bytes.
  String asked() throws InterruptedException {
    String request = asked.poll(Playing.GUARD.toSeconds(), TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("nothing was asked");
    }
    return request;
  }

  private void run() {
    try (Socket client = listener.accept()) {
      InputStream input = new BufferedInputStream(client.getInputStream());
      OutputStream output = client.getOutputStream();
      this.output.complete(output);
      for (Object step : script) {
        if (step instanceof String answer) {
          request(input);
          output.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } else {
          output.write((byte[]) step);
        }
      }
      while (drips) {
        output.write('R');
        LockSupport.parkNanos(20_000_000);
      }
      while (flood.length > 0) {
        output.write(flood);
      }
      while (!hangUp) {
        request(input);
      }
    } catch (IOException e) {
      asked.add("(closed)");
    }
  }

  /// Waits for a request; what comes on channels before it is kept as well.
  private void request(InputStream input) throws IOException {
    StringBuilder request = new StringBuilder();
    int first = input.read();
    while (first == '$') {
      int channel = input.read();
      int length = input.read() << 8 | input.read();
      asked.add("$" + channel + " " + HexFormat.of().formatHex(input.readNBytes(length)));
      first = input.read();
    }
    for (int next = first; ; next = input.read()) {
      if (next < 0) {
        throw new EOFException("the client is gone");
      }
      if (next != '\r') {
        request.append((char) next);
      }
      if (request.length() > 1 && request.substring(request.length() - 2).equals("\n\n")) {
        asked.add(request.substring(0, request.length() - 1));
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
