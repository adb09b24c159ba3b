package io.mashrabiya.media.rtsp.message;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.rtsp.message.RtspHeaders.Field;
import io.mashrabiya.words.Sentence;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one message from the front of a buffer, which may hold less or more than that.
///
/// Leniencies, each for cameras that exist: lines may end with LF alone; a header line without a
/// colon is skipped; a header line that begins with a space goes on from the one before; a control
/// character in a line counts as `?`; a response may lack its reason; spaces around names and
/// values do not count; any RTSP/1.x version is taken for 1.0; a body may have any content type.
/// What is not forgiven: anything beyond the bounds, a start line of another protocol, a
/// `Content-Length` that is no number.
public final class RtspMessageParser {
  /// The longest start line or header line.
  public static final int MOST_LINE_BYTES = 4096;

  /// The most header fields.
  public static final int MOST_HEADERS = 64;

  /// The longest start line and headers together.
  public static final int MOST_HEAD_BYTES = 16 * 1024;

  /// The longest body.
  public static final int MOST_BODY_BYTES = 64 * 1024;

  private final ByteBuffer bytes;
  private final int start;
  private int at;

  private RtspMessageParser(ByteBuffer bytes) {
    this.bytes = bytes;
    this.start = bytes.position();
    this.at = start;
  }

  /// What reading came to.
  public sealed interface Parsing {
    /// A whole message.
    ///
    /// @param lengthBytes how much of the buffer it took
    record Complete(RtspMessage message, int lengthBytes) implements Parsing {}

    /// The message is not all there yet.
    record Incomplete() implements Parsing {}

    /// It is no message.
    ///
    /// @param offset where, in bytes from the message's start
    /// @param production what should have stood there
    record Malformed(int offset, Sentence production) implements Parsing {}
  }

  /// Reads the message that begins at the buffer's position; the buffer is left as it is.
  public static Parsing parse(ByteBuffer bytes) {
    return new RtspMessageParser(bytes).parse();
  }

  private Parsing parse() {
    Optional<String> startLine = line();
    if (startLine.isEmpty()) {
      return unfinished(say("a start line of at most 4096 bytes"));
    }
    List<Field> fields = new ArrayList<>();
    while (true) {
      int lineStart = at;
      Optional<String> line = line();
      if (line.isEmpty()) {
        return unfinished(say("a header line of at most 4096 bytes"));
      }
      if (line.get().isEmpty()) {
        return body(startLine.get(), new RtspHeaders(fields));
      }
      take(line.get(), fields);
      if (fields.size() > MOST_HEADERS || at - start > MOST_HEAD_BYTES) {
        return new Parsing.Malformed(lineStart - start, say("at most 64 header fields in 16 KiB"));
      }
    }
  }

  private static void take(String line, List<Field> fields) {
    int colon = line.indexOf(':');
    boolean continuation = line.charAt(0) == ' ' || line.charAt(0) == '\t';
    if (continuation && !fields.isEmpty()) {
      Field last = fields.removeLast();
      fields.add(new Field(last.name(), (last.value() + " " + line.strip()).strip()));
    } else if (colon > 0) {
      fields.add(new Field(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    }
  }

  private Parsing body(String startLine, RtspHeaders headers) {
    String length = headers.first("Content-Length").orElse("0");
    if (!length.matches("[0-9]{1,6}") || Integer.parseInt(length) > MOST_BODY_BYTES) {
      return new Parsing.Malformed(0, say("{0} of at most {1}", "Content-Length", MOST_BODY_BYTES));
    }
    int size = Integer.parseInt(length);
    if (bytes.limit() - at < size) {
      return new Parsing.Incomplete();
    }
    byte[] body = new byte[size];
    bytes.get(at, body);
    return message(startLine, headers, new String(body, StandardCharsets.UTF_8), at + size - start);
  }

  private static Parsing message(String startLine, RtspHeaders headers, String body, int length) {
    String[] words = startLine.split(" +", 3);
    if (words[0].startsWith("RTSP/1.") && words.length >= 2 && words[1].matches("[1-5][0-9]{2}")) {
      String reason = words.length == 3 ? words[2] : "";
      int status = Integer.parseInt(words[1]);
      return new Parsing.Complete(new RtspResponse(status, reason, headers, body), length);
    }
    boolean request =
        words.length == 3 && words[0].matches("[A-Z_]{1,32}") && words[2].startsWith("RTSP/1.");
    return request
        ? new Parsing.Complete(new RtspRequest(words[0], words[1], headers, body), length)
        : new Parsing.Malformed(0, protocolOf(startLine));
  }

  private static Sentence protocolOf(String startLine) {
    return startLine.startsWith("HTTP/") ? say("RTSP/1.0 (this is HTTP)") : quoted("RTSP/1.0");
  }

  /// The next line without its end; empty when there is no whole line within the bound.
  private Optional<String> line() {
    for (int end = at; end < bytes.limit() && end - at <= MOST_LINE_BYTES; end++) {
      if (bytes.get(end) == '\n') {
        int length = end > at && bytes.get(end - 1) == '\r' ? end - at - 1 : end - at;
        byte[] line = new byte[length];
        bytes.get(at, line);
        at = end + 1;
        return Optional.of(printable(new String(line, StandardCharsets.ISO_8859_1)));
      }
    }
    return Optional.empty();
  }

  /// Control characters have no place in a line, and shall not get into one of ours when a value is
  /// given back.
  private static String printable(String line) {
    return line.chars().anyMatch(c -> c < ' ' && c != '\t')
        ? line.replaceAll("[\\x00-\\x08\\x0a-\\x1f]", "?")
        : line;
  }

  private Parsing unfinished(Sentence production) {
    return bytes.limit() - at > MOST_LINE_BYTES
        ? new Parsing.Malformed(at - start, production)
        : new Parsing.Incomplete();
  }
}
