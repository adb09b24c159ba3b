package io.mashrabiya.media.onvif;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.soap.SoapSettings;
import io.mashrabiya.media.onvif.stream.MediaProfile;
import io.mashrabiya.media.onvif.stream.VideoCodec;
import io.mashrabiya.media.onvif.virtual.Quirk;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our client at our virtual device, well-behaved and with each quirk.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OnvifClientTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Credentials MONA = new Credentials("mona", "p@ss <word>");
  private static final String MAIN = "rtsp://127.0.0.1:8554/main?a=1&b=2";
  private static final String SUB = "rtsp://127.0.0.1:8554/sub";
  private static final VirtualOnvifOptions PLAIN =
      VirtualOnvifOptions.of(
          "Front door",
          List.of(
              VirtualProfile.h264("sub", 640, 360, SUB),
              VirtualProfile.h264("main", 1920, 1080, MAIN),
              VirtualProfile.h264("still", 3840, 2160, "rtsp://127.0.0.1:8554/still").in("JPEG"),
              VirtualProfile.h264("icon", 80, 45, "rtsp://127.0.0.1:8554/icon")));

  private static Answer<OnvifCamera> describe(
      VirtualOnvifOptions options, Optional<Credentials> credentials) throws Exception {
    try (var device = VirtualOnvifDevice.open(options, CLOCK);
        var client = client(device.address(), credentials)) {
      return client.connect().then(OnvifClient.Connected::describe);
    }
  }

  private static OnvifClient client(ServiceAddress address, Optional<Credentials> credentials) {
    return new OnvifClient(address, credentials, SoapSettings.DEFAULT, CLOCK);
  }

  private static OnvifCamera given(Answer<OnvifCamera> answer) {
    assertThat(answer).isInstanceOf(Answer.Given.class);
    return ((Answer.Given<OnvifCamera>) answer).value();
  }

  private static void assertIsTheCamera(OnvifCamera camera) {
    assertThat(camera.information().manufacturer()).isEqualTo("Mashrabiya");
    assertThat(camera.information().model()).isEqualTo("Virtual camera");
    OnvifStream main = camera.main().orElseThrow();
    assertThat(main.address()).isEqualTo(new RtspAddress("127.0.0.1", 8554, "/main?a=1&b=2"));
    assertThat(main.profile())
        .isEqualTo(
            new MediaProfile(
                "main",
                "main",
                "source",
                VideoCodec.H264,
                1920,
                1080,
                15,
                1024,
                30,
                Optional.empty(),
                camera.turns()));
    assertThat(camera.sub().map(sub -> sub.profile().reference())).contains("sub");
    assertThat(camera.streams())
        .extracting(stream -> stream.profile().reference())
        .containsExactly("main", "sub", "icon", "still");
    assertThat(camera.snapshot().map(URI::getHost)).contains("127.0.0.1");
    assertThat(camera.snapshot().map(uri -> uri.getPath() + "?" + uri.getQuery()))
        .contains("/snapshot.jpg?profile=main&quality=high");
    assertThat(camera.hasEvents()).isTrue();
  }

  @Test
  void describe_openCamera_tellsAll() throws Exception {
    assertIsTheCamera(given(describe(PLAIN, Optional.empty())));
  }

  @ParameterizedTest
  @EnumSource
  void describe_withEachQuirk_tellsTheSame(Quirk quirk) throws Exception {
    assertIsTheCamera(given(describe(PLAIN.with(quirk), Optional.empty())));
    var guarded = PLAIN.with(quirk).onlyFor(MONA).turning();
    assertIsTheCamera(given(describe(guarded, Optional.of(MONA))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT200000H", "-PT40S", "PT0S", "PT40S", "PT200000H"})
  void describe_clockThatIsWrong_isAllowedFor(Duration ahead) throws Exception {
    var options = PLAIN.onlyFor(MONA).withItsClockAheadBy(ahead);
    OnvifCamera camera = given(describe(options, Optional.of(MONA)));
    assertIsTheCamera(camera);
    assertThat(camera.clockOffset().minus(ahead).abs()).isLessThan(Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_RENEW", "HTTP_DIGEST_ONLY"}) // one that takes tokens, one that does not
  void describe_wrongPassword_isRefused(Quirk quirk) throws Exception {
    var options = PLAIN.onlyFor(MONA).with(quirk);
    assertThat(describe(options, Optional.of(new Credentials("mona", "wrong"))))
        .isEqualTo(new Answer.Failed<>(new OnvifFailure.CredentialsRefused()));
    assertThat(describe(options, Optional.of(new Credentials("lisa", MONA.password()))))
        .isEqualTo(new Answer.Failed<>(new OnvifFailure.CredentialsRefused()));
    assertThat(describe(options, Optional.empty()))
        .isEqualTo(new Answer.Failed<>(new OnvifFailure.CredentialsNeeded()));
  }

  @Test
  void describe_neitherMediaService_isNotSupported() throws Exception {
    assertThat(describe(PLAIN.with(Quirk.NO_MEDIA, Quirk.NO_MEDIA2), Optional.empty()))
        .isEqualTo(new Answer.Failed<>(new OnvifFailure.NotSupported(say("media"))));
  }

  @Test
  void main_h265Larger_winsAndSubIsH264() throws Exception {
    var options =
        VirtualOnvifOptions.of(
            "x",
            List.of(
                VirtualProfile.h264("a", 1280, 720, SUB),
                VirtualProfile.h264("b", 2560, 1440, MAIN).in("H265"),
                VirtualProfile.h264("c", 320, 180, SUB).in("H265"),
                VirtualProfile.h264("d", 2560, 1440, MAIN)));
    OnvifCamera camera = given(describe(options, Optional.empty()));
    assertThat(camera.streams())
        .extracting(stream -> stream.profile().reference())
        .containsExactly("d", "b", "a", "c");
    assertThat(camera.main().map(main -> main.profile().reference())).contains("d");
    assertThat(camera.sub().map(sub -> sub.profile().reference())).contains("a");
  }

  @Test
  void sub_oneStreamOnly_isEmpty() throws Exception {
    var one = VirtualOnvifOptions.of("x", List.of(VirtualProfile.h264("a", 640, 360, SUB)));
    OnvifCamera camera = given(describe(one, Optional.empty()));
    assertThat(camera.main()).isPresent();
    assertThat(camera.sub()).isEmpty();
    assertThat(camera.turns()).isFalse();
  }

  /// A clock that moves on by that much whenever somebody looks at it.
  private static InstantSource hasty(Duration step) {
    HandClock clock = new HandClock();
    return () -> {
      clock.moveOn(step);
      return clock.instant();
    };
  }

  private static Answer<OnvifCamera> describedSlowly(Duration step, String uri) throws Exception {
    var profiles =
        IntStream.range(0, 64).mapToObj(i -> VirtualProfile.h264("p" + i, 640, 360, uri)).toList();
    try (var device = VirtualOnvifDevice.open(VirtualOnvifOptions.of("x", profiles), CLOCK);
        var client =
            new OnvifClient(
                device.address(), Optional.empty(), SoapSettings.DEFAULT, hasty(step))) {
      return client.connect().then(OnvifClient.Connected::describe);
    }
  }

  @Test
  void describe_slowCameraWithManyProfiles_isWhatItToldWithinAMinute() throws Exception {
    OnvifCamera camera = given(describedSlowly(Duration.ofSeconds(5), MAIN));
    assertThat(camera.streams()).hasSizeBetween(1, 12);
    assertThat(camera.main()).isPresent();
    assertThat(camera.snapshot()).as("its time is over").isEmpty();
  }

  @Test
  void describe_slowCameraThatNamesNoStream_endsAfterAMinuteInWords() throws Exception {
    var answer = describedSlowly(Duration.ofSeconds(5), "no stream");
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> {
              assertThat(failed.why().words())
                  .asString()
                  .contains("where its streams are within 60 s");
              assertThat(failed.why().worthRetrying()).isTrue();
            });
  }

  @Test
  void information_openCamera_isTold() throws Exception {
    try (var device = VirtualOnvifDevice.open(PLAIN, CLOCK);
        var client = client(device.address(), Optional.empty())) {
      assertThat(client.information().map(information -> information.model()))
          .isEqualTo(new Answer.Given<>("Virtual camera"));
    }
  }
}
