package io.mashrabiya.home.door;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.ToldException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a home that runs from a data folder, at its [LocalDoor].
///
/// @param folder the home's data folder
/// @param patience how long an answer may take; a home that hangs takes connections all the same
public record DoorClient(Path folder, Duration patience) {
  private static final System.Logger LOG = System.getLogger(DoorClient.class.getName());
  private static final Sentence SOMETHING_ELSE =
      say("the home answered something else than was asked");
  private static final int MOST_ANSWER_BYTES = 64 << 20;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
  private static final Pattern TAKEN = Pattern.compile("\r\nLast-Modified: ([^\r]*)\r\n");

  /// A client that waits as long as a picture may take to be made.
  public DoorClient(Path folder) {
    this(folder, Duration.ofSeconds(20));
  }

  /// What the home answered.
  ///
  /// @param status of HTTP
  /// @param taken when the picture was taken, to the second; empty where there is none
  /// @param words why it is not what was asked for; nothing where it is
  /// @param body the picture's file, or other data
  public record Answer(int status, String taken, Sentence words, byte[] body) {
    private static final int OK = 200;

    /// Whether it is what was asked for.
    public boolean isGiven() {
      return status == OK;
    }
  }

  /// Blocks until the home has answered.
  ///
  /// @param format `jpg` or `webp`
  /// @throws IOException when no home runs there, or it ends in the middle
  public Answer snapshot(Optional<String> camera, String format) throws IOException {
    String query =
        camera.map(name -> "?camera=" + URLEncoder.encode(name, StandardCharsets.UTF_8)).orElse("");
    return ask("GET", "/snapshot." + format + query);
  }

  /// How the home's cameras do. Blocks until it has answered.
  ///
  /// @throws IOException when no home runs there, or it ends in the middle
  public List<CameraReport> cameras() throws IOException {
    Answer answer = ask("GET", "/cameras");
    if (!answer.isGiven()) {
      throw new ToldException(say("the home does not tell: {0}", answer.words()));
    }
    try {
      return CameraReports.read(answer.body());
    } catch (Malformed e) {
      throw new ToldException(SOMETHING_ELSE, e);
    }
  }

  /// Has an invite made. Blocks until the home has answered.
  ///
  /// @throws IOException when no home runs there, or it ends in the middle
  public InviteReply invite(InviteWish wish) throws IOException {
    Answer answer = ask("POST", "/invites?" + InviteQuery.write(wish));
    if (!answer.isGiven()) {
      return new InviteReply.Refused(answer.words());
    }
    try {
      return InviteReply.Made.read(answer.body());
    } catch (Malformed e) {
      throw new ToldException(SOMETHING_ELSE); // the cause is left out: it may be a link
    }
  }

  private Answer ask(String method, String target) throws IOException {
    String request =
        method + " " + target + " HTTP/1.1\r\nHost: home\r\nConnection: close" + END_OF_HEAD;
    var address = UnixDomainSocketAddress.of(folder.resolve(LocalDoor.NAME));
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      Thread guard = Thread.ofVirtual().start(() -> closeLater(channel));
      try {
        channel.connect(address);
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

  static Answer read(byte[] bytes) throws ToldException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END_OF_HEAD);
    Matcher status = STATUS.matcher(text);
    if (end < 0 || !status.lookingAt()) {
      throw new ToldException(say("the home ended in the middle of its answer"));
    }
    Matcher taken = TAKEN.matcher(text.substring(0, end + 2));
    int number = Integer.parseInt(status.group(1));
    byte[] body = Arrays.copyOfRange(bytes, end + END_OF_HEAD.length(), bytes.length);
    return new Answer(
        number,
        taken.find() ? taken.group(1) : "",
        number == Answer.OK ? Sentence.NOTHING : refusal(body),
        body);
  }

  private static Sentence refusal(byte[] body) throws ToldException {
    try {
      return Fields.read("refusal", body, SentenceJson::read);
    } catch (Malformed e) {
      throw new ToldException(SOMETHING_ELSE, e);
    }
  }
}
