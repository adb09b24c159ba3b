package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.auth.ServerAuthentication;
import io.mashrabiya.media.rtsp.message.RtspHeaders;
import io.mashrabiya.media.rtsp.message.RtspIncoming;
import io.mashrabiya.media.rtsp.message.RtspInput;
import io.mashrabiya.media.rtsp.message.RtspRequest;
import io.mashrabiya.media.rtsp.message.RtspResponse;
import io.mashrabiya.media.rtsp.message.TransportHeader;
import io.mashrabiya.media.rtsp.message.TransportHeader.Channels;
import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One client of the server: reads its requests and answers them in order, on a virtual thread of
/// its own; its pictures are sent by a [Player] on another.
///
/// The session is bound to its connection: it ends with it, or when nothing comes for the session's
/// time-out.
final class ClientSession implements Runnable {
  private static final System.Logger LOG = System.getLogger(ClientSession.class.getName());
  private static final String METHODS =
      "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER, SET_PARAMETER";

  private final Socket socket;
  private final RtspServerSettings settings;
  private final Mounts mounts;
  private final CaptureClock clock;
  private final String id;
  private final int source;
  private final Optional<ServerAuthentication> authentication;

  private Optional<Mount> mount = Optional.empty();
  private final Map<Integer, Channels> setUp = new HashMap<>();
  private Optional<FrameQueue> playing = Optional.empty();

  /// @param random gives 16 hexadecimal digits that nobody can guess, at each call
  ClientSession(
      Socket socket,
      RtspServerSettings settings,
      Mounts mounts,
      CaptureClock clock,
      Supplier<String> random) {
    this.socket = socket;
    this.settings = settings;
    this.mounts = mounts;
    this.clock = clock;
    this.id = random.get();
    this.source = Integer.parseUnsignedInt(random.get(), 0, 8, 16);
    this.authentication =
        settings
            .access()
            .map(access ->
                new ServerAuthentication(access.credentials(), access.schemes(), random.get()));
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) settings.sessionTimeout().toMillis());
      serve(new RtspInput(socket.getInputStream()), new ClientOutput(socket.getOutputStream()));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a client is gone or was silent for too long");
    } finally {
      stop();
    }
  }

  private void serve(RtspInput input, ClientOutput output) throws IOException {
    boolean more = true;
    while (more) {
      more =
          switch (input.next()) {
            case RtspRequest request -> request(request, output);
            case RtspResponse _, RtspIncoming.Interleaved _ -> true; // a sign of life
            case RtspIncoming.End() -> false;
            case RtspIncoming.Malformed _ -> {
              output.message(response(400, "Bad Request"));
              yield false;
            }
          };
    }
  }

  private boolean request(RtspRequest request, ClientOutput output) throws IOException {
    RtspResponse answer = answer(request);
    RtspHeaders headers = RtspHeaders.NONE;
    Optional<String> number = request.headers().first("CSeq");
    if (number.isPresent()) {
      headers = headers.with("CSeq", number.get());
    }
    for (RtspHeaders.Field field : answer.headers().fields()) {
      headers = headers.with(field.name(), field.value());
    }
    output.message(new RtspResponse(answer.status(), answer.reason(), headers, answer.body()));
    if (answer.success() && request.method().equals("PLAY")) {
      start(output);
    }
    return !(answer.success() && request.method().equals("TEARDOWN"));
  }

  private RtspResponse answer(RtspRequest request) {
    if (request.method().equals("OPTIONS")) { // as cameras do: what one can ask is no secret
      return response(200, "OK", "Public", METHODS);
    }
    Optional<RtspResponse> refusal = authentication.flatMap(judge -> refusal(judge, request));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return switch (request.method()) {
      case "DESCRIBE" -> describe(request);
      case "SETUP" -> setUp(request);
      case "PLAY" -> mount.isPresent() ? inSession() : response(455, "Method Not Valid Here");
      case "PAUSE", "TEARDOWN" -> {
        stop();
        yield inSession();
      }
      case "GET_PARAMETER", "SET_PARAMETER" -> inSession();
      default -> response(501, "Not Implemented");
    };
  }

  private static Optional<RtspResponse> refusal(ServerAuthentication judge, RtspRequest request) {
    return switch (judge.judge(request.headers().first("Authorization"), request.method())) {
      case ServerAuthentication.Verdict.Admitted() -> Optional.empty();
      case ServerAuthentication.Verdict.Challenged(var challenges) -> {
        RtspHeaders headers = RtspHeaders.NONE;
        for (String challenge : challenges) {
          headers = headers.with("WWW-Authenticate", challenge);
        }
        yield Optional.of(new RtspResponse(401, "Unauthorized", headers, ""));
      }
    };
  }

  private RtspResponse describe(RtspRequest request) {
    Optional<Mount> described = mounts.find(request.target());
    if (described.isEmpty()) {
      return response(404, "Not Found");
    }
    String base = request.target().endsWith("/") ? request.target() : request.target() + "/";
    RtspHeaders headers =
        RtspHeaders.NONE.with("Content-Base", base).with("Content-Type", "application/sdp");
    return new RtspResponse(
        200,
        "OK",
        headers,
        StreamDescription.of(described.get().tracks(), described.get().keyFrame()));
  }

  private RtspResponse setUp(RtspRequest request) {
    Optional<TransportHeader> tcp =
        request.headers().first("Transport").map(TransportHeader::read).stream()
            .flatMap(alternatives -> alternatives.stream())
            .filter(TransportHeader::overTcp)
            .findFirst();
    if (tcp.isEmpty()) {
      return response(461, "Unsupported Transport");
    }
    Optional<Mount> asked = mounts.find(request.target());
    Optional<Track> track = asked.flatMap(there -> track(there, request.target()));
    if (track.isEmpty()) {
      return response(404, "Not Found");
    }
    mount = asked;
    int number = track.get().number();
    Channels channels =
        tcp.get().interleaved().orElseGet(() -> new Channels(2 * number, 2 * number + 1));
    setUp.put(number, channels);
    RtspResponse ok = inSession();
    return new RtspResponse(
        200, "OK", ok.headers().with("Transport", TransportHeader.tcp(channels)), "");
  }

  /// The track that the URL names; the first where it names none.
  private static Optional<Track> track(Mount mount, String target) {
    Optional<Integer> named = StreamDescription.trackIn(target);
    return mount.tracks().stream()
        .filter(track -> named.isEmpty() || named.get() == track.number())
        .findFirst();
  }

  private void start(ClientOutput output) {
    if (playing.isPresent() || mount.isEmpty()) {
      return;
    }
    FrameQueue queue = new FrameQueue(settings.mostQueuedBytes());
    playing = Optional.of(queue);
    Thread.ofVirtual().name("rtsp-player").start(new Player(queue, output, senders(mount.get())));
    mount.get().join(queue);
  }

  private Map<Integer, TrackSender> senders(Mount played) {
    Map<Integer, TrackSender> senders = new HashMap<>();
    for (Track track : played.tracks()) {
      Channels channels = setUp.get(track.number());
      if (channels != null) {
        int ssrc = source + track.number();
        senders.put(
            track.number(),
            new TrackSender(track, channels, clock, ssrc, settings.mostPacketBytes()));
      }
    }
    return senders;
  }

  private void stop() {
    playing.ifPresent(FrameQueue::close);
    playing.ifPresent(queue -> mount.ifPresent(joined -> joined.leave(queue)));
    playing = Optional.empty();
  }

  private RtspResponse inSession() {
    String timeout = ";timeout=" + settings.sessionTimeout().toSeconds();
    return response(200, "OK", "Session", id + timeout);
  }

  private static RtspResponse response(int status, String reason) {
    return new RtspResponse(status, reason, RtspHeaders.NONE, "");
  }

  private static RtspResponse response(int status, String reason, String name, String value) {
    return new RtspResponse(status, reason, RtspHeaders.NONE.with(name, value), "");
  }
}
