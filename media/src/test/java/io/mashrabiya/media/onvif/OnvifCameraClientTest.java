package io.mashrabiya.media.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PlayOutcome;
import io.mashrabiya.media.PlayOutcome.Kind;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ServerAuthentication.Scheme;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import io.mashrabiya.media.rtsp.client.SoundTrust;
import io.mashrabiya.media.rtsp.server.RtspServer;
import io.mashrabiya.media.rtsp.server.RtspServerSettings;
import io.mashrabiya.media.socket.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Playing a camera that is known by its device service alone.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OnvifCameraClientTest {
  private static final Credentials MONA = new Credentials("mona", "hunter2");
  private static final CaptureClock CLOCK = CaptureClock.startingAt(InstantSource.system());
  private static final byte[] KEY_FRAME =
      HexFormat.of()
          .parseHex(
              "000000016764001eacd940a02ff97011000003000100000300320f162d96"
                  + "0000000168ebe3cb22c0"
                  + "000000016588840102");

  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final List<OnvifCamera> described = new ArrayList<>();
  private RtspServer server;

  @BeforeEach
  void serve() throws Exception {
    server =
        RtspServer.start(
            RtspServerSettings.loopback().onlyFor(MONA, List.of(Scheme.DIGEST_SHA_256)), CLOCK);
    server.mount("/main").accept(new Frame(Track.MAIN, CLOCK.nowMicros(), true, KEY_FRAME));
  }

  @AfterEach
  void end() {
    server.close();
  }

  private VirtualOnvifDevice device(VirtualProfile... profiles) throws IOException {
    return VirtualOnvifDevice.open(
        VirtualOnvifOptions.of("Door", List.of(profiles)).onlyFor(MONA), InstantSource.system());
  }

  private VirtualProfile main(String host) {
    return VirtualProfile.h264(
        "main", 640, 360, "rtsp://" + host + ":" + server.address().getPort() + "/main");
  }

  private OnvifCameraClient client(ServiceAddress service, Optional<Credentials> credentials) {
    return new OnvifCameraClient(
        service,
        credentials,
        RtspSettings.DEFAULT,
        CLOCK,
        new SessionCounters(),
        new SoundTrust(),
        described::add);
  }

  private PlayOutcome played(ServiceAddress service, Optional<Credentials> credentials) {
    try (var client = client(service, credentials)) {
      return client.play(frames::add);
    }
  }

  /// Plays until the first frame came, and then says stop.
  private PlayOutcome playedUntilAFrame(VirtualOnvifDevice device) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var client = client(device.address(), Optional.of(MONA));
      var ended = CompletableFuture.supplyAsync(() -> client.play(frames::add), threads);
      assertThat(frames.take().key()).isTrue();
      client.close();
      return ended.get();
    }
  }

  @Test
  void play_deviceThatNamesItsStream_isPlayedThereWithTheSameCredentials() throws Exception {
    try (var device = device(main("127.0.0.1"))) {
      assertThat(playedUntilAFrame(device)).isEqualTo(new RtspOutcome.Stopped());
      assertThat(described)
          .singleElement()
          .satisfies(camera -> {
            assertThat(camera.hasEvents()).isTrue();
            assertThat(camera.main().orElseThrow().otherHost()).isEmpty();
          });
    }
  }

  /// A device that would have our credentials sent elsewhere: nobody calls there.
  @Test
  void play_deviceThatNamesAnotherHost_isPlayedWhereItWasAskedAndNowhereElse() throws Exception {
    String elsewhere = "127.0.0.2";
    try (ServerSocket thief = new ServerSocket();
        var device = device(main(elsewhere))) {
      listen(thief, elsewhere);
      assertThat(playedUntilAFrame(device)).isEqualTo(new RtspOutcome.Stopped());
      assertThat(described.getFirst().main().orElseThrow().otherHost()).contains(elsewhere);
      thief.setSoTimeout(1);
      assertThat(catchThrowable(thief::accept))
          .as("nobody stands at the other host's door")
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  /// Not every system has a second loopback address.
  private void listen(ServerSocket thief, String host) {
    boolean bound = true;
    try {
      thief.bind(new InetSocketAddress(InetAddress.getByName(host), server.address().getPort()));
    } catch (IOException e) {
      bound = false;
    }
    assumeThat(bound).isTrue();
  }

  @Test
  void play_withoutCredentials_saysHowToGiveThem() throws Exception {
    try (var device = device(main("127.0.0.1"))) {
      PlayOutcome outcome = played(device.address(), Optional.empty());
      assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
      assertThat(outcome.worthRetrying()).isFalse();
      assertThat(outcome.words()).asString().contains("onvif://user@host");
    }
  }

  @Test
  void play_wrongPassword_isNotTriedAgainAtOnce() throws Exception {
    try (var device = device(main("127.0.0.1"))) {
      PlayOutcome outcome = played(device.address(), Optional.of(new Credentials("mona", "wrong")));
      assertThat(outcome).isEqualTo(new OnvifOutcome.Failed(new OnvifFailure.CredentialsRefused()));
      assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
      assertThat(outcome.worthRetrying()).isFalse();
    }
  }

  @Test
  void play_noProfileThatIsPlayedHere_saysWhatToSwitchOn() throws Exception {
    try (var device = device(main("127.0.0.1").in("JPEG"))) {
      PlayOutcome outcome = played(device.address(), Optional.of(MONA));
      assertThat(outcome).isEqualTo(new OnvifOutcome.NoProfile());
      assertThat(outcome.words()).asString().contains("no H.264 or H.265 stream");
      assertThat(outcome.kind()).isEqualTo(Kind.UNSUPPORTED);
    }
  }

  /// It is called over TLS, and its password goes to nobody whom nobody vouches for.
  @Test
  void play_streamOverTlsThatNobodyVouchesFor_saysHowToWriteItDown(@TempDir Path folder)
      throws Exception {
    SelfSigned certificate = SelfSigned.in(folder);
    try (ServerSocket camera = certificate.listen();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var device =
            device(
                VirtualProfile.h264(
                    "main", 640, 360, "rtsps://127.0.0.1:" + camera.getLocalPort() + "/main"))) {
      var heard =
          threads.submit(() -> {
            try (var caller = camera.accept()) {
              return caller.getInputStream().readAllBytes().length;
            } catch (IOException e) {
              return 0; // the caller did not like what it was shown
            }
          });
      PlayOutcome outcome = played(device.address(), Optional.of(MONA));
      assertThat(outcome).isEqualTo(new OnvifOutcome.NotVouchedFor(certificate.fingerprint()));
      assertThat(outcome.words())
          .asString()
          .contains("rtsps://", "#sha256=" + certificate.fingerprint(), "in place of onvif://");
      assertThat(outcome.kind()).isEqualTo(Kind.UNSUPPORTED);
      assertThat(outcome.worthRetrying()).isFalse();
      assertThat(heard.get()).isZero();
    }
  }

  @Test
  void play_whatDoesNotSpeakOnvif_saysSo() throws Exception {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer website = HttpServer.create(here, 0);
    website.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    website.start();
    try {
      int port = website.getAddress().getPort();
      PlayOutcome outcome = played(ServiceAddress.ofDevice("127.0.0.1", port), Optional.of(MONA));
      assertThat(outcome.words()).asString().contains("404").contains("ONVIF is switched on");
      assertThat(outcome.kind()).isEqualTo(Kind.UNSUPPORTED);
      assertThat(outcome.worthRetrying()).isFalse();
      assertThat(described).isEmpty();
    } finally {
      website.stop(0);
    }
  }

  @Test
  void play_nobodyThere_isUnreachableAndWorthRetrying() throws Exception {
    int port = server.address().getPort();
    server.close();
    PlayOutcome outcome = played(ServiceAddress.ofDevice("127.0.0.1", port), Optional.of(MONA));
    assertThat(outcome.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(outcome.worthRetrying()).isTrue();
    assertThat(outcome.words()).asString().contains("ONVIF is switched on");
  }

  @Test
  void close_before_isStopped() throws Exception {
    try (var device = device(main("127.0.0.1"))) {
      var client = client(device.address(), Optional.of(MONA));
      client.close();
      assertThat(client.play(frames::add).kind()).isEqualTo(Kind.ENDED);
      assertThat(frames).isEmpty();
      assertThat(described).isEmpty();
    }
  }
}
