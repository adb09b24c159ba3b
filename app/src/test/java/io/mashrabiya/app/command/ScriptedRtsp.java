package io.mashrabiya.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A camera that answers as a good one does, describes itself as a test wants, and sends the
/// packets that a test made.
final class ScriptedRtsp implements AutoCloseable {
  static final String H264 =
      """
      v=0
      m=video 0 RTP/AVP 96
      a=rtpmap:96 H264/90000
      a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z2QAHqzZQKAv+XARAAADAAEAAAMAMg8WLZY=,aOvjyyLA
      a=control:trackID=1
      """;

  static final String H265 =
      """
      v=0
      m=video 0 RTP/AVP 96
      a=rtpmap:96 H265/90000
      a=fmtp:96 sprop-vps=%s;sprop-sps=%s;sprop-pps=%s
      a=control:trackID=1
      """
          .formatted(
              "QAEMAf//AWAAAAMAkAAAAwAAAwA/koCQ",
              "QgEBAWAAAAMAkAAAAwAAAwA/oAUCAWllkqSTK8BaAgAAAwACAAADABQQ",
              "RAHBcrRiQA==");

  private static final int IDR = 0x65;
  private static final int OTHER = 0x61;

  private final ServerSocket listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  private final String sdp;
  private final List<byte[]> packets;

  ScriptedRtsp(String sdp, List<byte[]> packets) throws IOException {
    this.sdp = sdp;
    this.packets = packets;
    Thread.ofVirtual().start(this::run);
  }

  String url() {
    return "rtsp://127.0.0.1:" + listener.getLocalPort() + "/live";
  }

  static byte[] keyFrame(int number) {
    return slice(number, IDR, 0x88);
  }

  /// An IDR_W_RADL of H.265 with nothing in it that decodes.
  static byte[] keyFrameOfH265(int number) {
    return slice(number, 0x26, 0x01);
  }

  static byte[] dependentFrame(int number) {
    return slice(number, OTHER, 0x88);
  }

  /// A picture in one RTP packet on channel 0 of an interleaved connection (RFC 2326, 10.12).
  private static byte[] slice(int number, int unit, int next) {
    byte high = (byte) (number >> 8);
    byte low = (byte) number;
    return new byte[] {
      '$',
      0,
      0,
      16, // channel and length
      (byte) 0x80,
      (byte) 0xe0,
      high,
      low, // marked, payload type 96
      0,
      0,
      high,
      low,
      0,
      0,
      0,
      1, // timestamp, source
      (byte) unit,
      (byte) next,
      1,
      2
    };
  }

  private void run() {
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        serve(client);
      } catch (IOException e) {
        continue; // the caller hung up, or the test is over
      }
    }
  }

  private void serve(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String method = line.split(" ", 2)[0];
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      out.write(answer(method).getBytes(StandardCharsets.ISO_8859_1));
      if (method.equals("PLAY")) {
        for (byte[] packet : packets) {
          out.write(packet);
        }
      }
    }
  }

  private String answer(String method) {
    String ok = "RTSP/1.0 200 OK\r\nSession: 42\r\n";
    return switch (method) {
      case "DESCRIBE" ->
          ok
              + "Content-Type: application/sdp\r\nContent-Length: "
              + sdp.length()
              + "\r\n\r\n"
              + sdp;
      case "SETUP" -> ok + "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
      default -> ok + "\r\n";
    };
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
