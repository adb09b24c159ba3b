package io.mashrabiya.app.doctor.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the parameter sets of a key frame are taken for.
class PictureCodecTest {
  /// High profile, level 3.0, 640x360, as a camera's SDP has it; its VUI announces reordering.
  private static final byte[] SPS =
      Base64.getDecoder().decode("Z2QAHqzZQKAv+XARAAADAAEAAAMAMg8WLZY=");

  private static Heard heard(byte[] sps) {
    var tally = new PictureTally();
    String key =
        "00000001" + HexFormat.of().formatHex(sps) + "0000000168ebe3cb22c0" + "000000016588";
    tally.count(new Frame(Track.MAIN, 0, true, HexFormat.of().parseHex(key)));
    return new Heard(
        new RtspOutcome.Stopped(),
        tally,
        Optional.empty(),
        new SessionCounters(),
        Duration.ofSeconds(1));
  }

  @Test
  void codec_highProfile_isShownEverywhere() {
    assertThat(new PictureCodec(heard(SPS)).examine().found())
        .isEqualTo("It sends H.264 (avc1.64001e, level 3.0), which every browser shows.");
  }

  @Test
  void codec_high422Profile_isAFaultWithTheProfilesToChoose() {
    byte[] other = SPS.clone();
    other[1] = 122;
    assertThat(new PictureCodec(heard(other)).examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> assertThat(fault.remedy()).contains("Baseline, Main or High"));
  }

  @Test
  void codec_level6_isAdvisedAgainst() {
    byte[] other = SPS.clone();
    other[3] = 60;
    assertThat(new PictureCodec(heard(other)).examine()).isInstanceOf(Verdict.Advice.class);
  }

  @Test
  void codec_unreadableParameters_areAFault() {
    assertThat(new PictureCodec(heard(new byte[] {0x67, 100, 0})).examine())
        .isInstanceOf(Verdict.Fault.class);
  }

  @Test
  void delay_announced_isAdvisedAgainst() {
    assertThat(new Reordering(heard(SPS)).examine())
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> assertThat(advice.found()).contains("held back by up to 2"));
  }

  @Test
  void delay_ofBaseline_isNone() {
    byte[] baseline = HexFormat.of().parseHex("6742c01ed901e0089f9610000003001000000303c0f1621120");
    assertThat(new Reordering(heard(baseline)).examine().found()).contains("no B-frames");
  }
}
