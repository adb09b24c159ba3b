package io.mashrabiya.relay.console;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.relay.folder.RelayFolder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.ToldException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a relay that runs, at its [Console]. Blocks.
///
/// @param socket of the relay
/// @param patience how long an answer may take; a relay that hangs takes connections all the same
public record ConsoleClient(Path socket, Duration patience) {
  private static final System.Logger LOG = System.getLogger(ConsoleClient.class.getName());
  private static final int MOST_ANSWER_BYTES = 64 << 20;
  private static final int OK = 200;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

  /// Of the relay that runs from a folder.
  public static ConsoleClient in(Path folder) {
    return new ConsoleClient(folder.resolve(RelayFolder.SOCKET), Duration.ofSeconds(10));
  }

  /// The relay did not do what was asked, and says why.
  public static final class Declined extends ToldException {
    private static final long serialVersionUID = 1;

    Declined(Sentence why) {
      super(why);
    }
  }

  /// What the relay answers to a question.
  public byte[] get(String target) throws IOException {
    return ask("GET", target);
  }

  /// What the relay answers to an order, when it is carried out.
  public byte[] post(String target) throws IOException {
    return ask("POST", target);
  }

  private byte[] ask(String method, String target) throws IOException {
    String request =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: relay\r\nConnection: close\r\nContent-Length: 0"
            + END_OF_HEAD;
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      Thread guard = Thread.ofVirtual().start(() -> closeLater(channel));
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        return read(Channels.newInputStream(channel).readNBytes(MOST_ANSWER_BYTES));
      } catch (AsynchronousCloseException e) {
        throw new ToldException(say("it does not answer"));
      } finally {
        guard.interrupt();
      }
    }
  }

  private void closeLater(SocketChannel channel) {
    try {
      Thread.sleep(patience);
      channel.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it was answered
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "it is closed already", e);
    }
  }

  static byte[] read(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END_OF_HEAD);
    Matcher status = STATUS.matcher(text);
    if (end < 0 || !status.lookingAt()) {
      throw new ToldException(say("the relay ended in the middle of its answer"));
    }
    byte[] body = Arrays.copyOfRange(bytes, end + END_OF_HEAD.length(), bytes.length);
    if (Integer.parseInt(status.group(1)) != OK) {
      throw new Declined(why(body));
    }
    return body;
  }

  private static Sentence why(byte[] body) throws ToldException {
    try {
      return Refusal.read(body).words();
    } catch (Malformed e) {
      throw new ToldException(say("the relay answered something else than was asked"), e);
    }
  }
}
