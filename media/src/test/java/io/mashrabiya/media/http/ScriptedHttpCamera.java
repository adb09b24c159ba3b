package io.mashrabiya.media.http;

import io.mashrabiya.media.address.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/// A camera whose every byte the test says, one connection after the other.
final class ScriptedHttpCamera implements AutoCloseable {
  static final String STREAM =
      "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n--b\r\n";

  private final ServerSocket listener;

  ScriptedHttpCamera() throws IOException {
    this(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
  }

  ScriptedHttpCamera(ServerSocket listener) throws IOException {
    this.listener = listener;
    listener.setSoTimeout((int) PlayingHttp.GUARD.toMillis());
  }

  HttpAddress address() {
    return new HttpAddress("127.0.0.1", listener.getLocalPort(), "/video?a=b");
  }

  HttpAddress secureAddress(Optional<Fingerprint> certificate) {
    return new HttpAddress(
        HttpScheme.HTTPS,
        "127.0.0.1",
        listener.getLocalPort(),
        "/video",
        Duration.ofSeconds(1),
        certificate);
  }

  /// Waits for the next connection.
  Connection accept() throws IOException {
    Socket socket = listener.accept();
    socket.setSoTimeout((int) PlayingHttp.GUARD.toMillis());
    return new Connection(socket);
  }

  /// Takes the next question, answers it and hangs up; gives the question.
  String answers(Object... pieces) throws IOException {
    try (Connection connection = accept()) {
      String question = connection.hears();
      connection.says(pieces);
      return question;
    }
  }

  static byte[] snapshot(byte[] picture) {
    return Bytes.of(
        "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: ",
        String.valueOf(picture.length),
        "\r\n\r\n",
        picture);
  }

  /// A picture's fields with its length, itself, and the delimiter behind it.
  static byte[] part(byte[] picture) {
    return Bytes.of(
        "Content-Type: image/jpeg\r\nContent-Length: ",
        String.valueOf(picture.length),
        "\r\n\r\n",
        picture,
        "\r\n--b\r\n");
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /// One client, as the camera speaks with it.
  static final class Connection implements AutoCloseable {
    private final Socket socket;

    Connection(Socket socket) {
      this.socket = socket;
    }

    /// Waits for a question: all its lines.
    String hears() throws IOException {
      StringBuilder head = new StringBuilder();
      InputStream in = socket.getInputStream();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("the client left within its question");
        }
        head.append((char) next);
      }
      return head.toString();
    }

    /// Whether the client ends the connection.
    boolean isLeft() throws IOException {
      return socket.getInputStream().read() < 0;
    }

    Connection says(Object... pieces) throws IOException {
      socket.getOutputStream().write(Bytes.of(pieces));
      return this;
    }

    /// When its TLS session began, of which a resumed one is a part.
    long sessionBeganMillis() {
      return ((SSLSocket) socket).getSession().getCreationTime();
    }

    /// Sends one byte, unless the client is gone.
    void drips() {
      try {
        says("X");
      } catch (IOException e) {
        // the test sees the client's outcome
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  static String header(String question, String name) {
    return question
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }
}
