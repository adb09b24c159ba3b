package io.mashrabiya.home.camera;

import io.mashrabiya.home.Eventually;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A camera whose every word the test says, one connection after the other.
final class ScriptedCamera implements AutoCloseable {
  private static final String SDP =
      """
      v=0
      m=video 0 RTP/AVP 96
      a=rtpmap:96 H264/90000
      a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z2QAHqzZQKAv+XARAAADAAEAAAMAMg8WLZY=,aOvjyyLA
      a=control:trackID=1
      """;
  private static final List<String> GOOD_ANSWERS =
      List.of(
          "RTSP/1.0 200 OK\r\nPublic: OPTIONS, DESCRIBE, SETUP, PLAY\r\n\r\n",
          "RTSP/1.0 200 OK\r\nContent-Type: application/sdp\r\nContent-Length: "
              + SDP.length()
              + "\r\n\r\n"
              + SDP,
          "RTSP/1.0 200 OK\r\nSession: 42;timeout=600\r\n"
              + "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n",
          "RTSP/1.0 200 OK\r\nSession: 42\r\n\r\n");

  private final ServerSocket listener;

  ScriptedCamera() throws IOException {
    listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    listener.setSoTimeout((int) Eventually.GUARD.toMillis());
  }

  RtspAddress address() {
    return new RtspAddress("127.0.0.1", listener.getLocalPort(), "/main");
  }

  /// Waits for the next connection.
  Connection accept() throws IOException {
    Socket socket = listener.accept();
    socket.setSoTimeout((int) Eventually.GUARD.toMillis());
    return new Connection(socket);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /// One client, as the camera speaks with it.
  static final class Connection implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader requests;
    private int sequenceNumber;

    Connection(Socket socket) throws IOException {
      this.socket = socket;
      this.requests =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /// Answers as a good camera does up to `PLAY`, and sends nothing yet.
    Connection plays() throws IOException {
      for (String answer : GOOD_ANSWERS) {
        hears();
        says(answer);
      }
      return this;
    }

    /// Answers as a good camera with sound does up to the `SETUP` of its pictures.
    Connection isDescribedWithSound() throws IOException {
      String sound = SDP + "m=audio 0 RTP/AVP 8\na=control:trackID=2\n";
      String described = GOOD_ANSWERS.get(1).replace(SDP, sound);
      List<String> answers =
          List.of(
              GOOD_ANSWERS.getFirst(),
              described.replace("Length: " + SDP.length(), "Length: " + sound.length()),
              GOOD_ANSWERS.get(2));
      for (String answer : answers) {
        hears();
        says(answer);
      }
      return this;
    }

    /// Waits for a request: its first line; empty when the client is gone.
    String hears() throws IOException {
      String first = requests.readLine();
      for (String line = first; line != null && !line.isEmpty(); line = requests.readLine()) {
        // the headers are of no matter here
      }
      return first == null ? "" : first;
    }

    void says(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Sends a key frame that fits one packet.
    Connection sendsPicture() throws IOException {
      return sendsPicture((byte) 0x65, (byte) 0x88);
    }

    /// Sends a picture that depends on the one before.
    Connection sendsDelta() throws IOException {
      return sendsPicture((byte) 0x41, (byte) 0x9a);
    }

    private Connection sendsPicture(byte header, byte slice) throws IOException {
      byte number = (byte) ++sequenceNumber;
      byte[] start = {(byte) 0x80, (byte) 0xe0, 0, number, 0, 0, 0, number, 0, 0, 0, 1};
      byte[] packet = Arrays.copyOf(start, start.length + 4);
      packet[start.length] = header;
      packet[start.length + 1] = slice;
      packet[start.length + 2] = 1;
      packet[start.length + 3] = 2;
      return sends(packet);
    }

    /// Sends what should be an RTP packet and is none.
    Connection sendsNonsense() throws IOException {
      return sends(new byte[] {1, 2, 3});
    }

    private Connection sends(byte[] packet) throws IOException {
      byte[] whole = new byte[4 + packet.length];
      whole[0] = '$';
      whole[3] = (byte) packet.length;
      System.arraycopy(packet, 0, whole, 4, packet.length);
      socket.getOutputStream().write(whole);
      return this;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
