package io.mashrabiya.app.doctor.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
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

  /// The head of a key frame in H.265, Main profile, level 2.1, 640x360.
  private static final String H265 =
      "0000000140010c01ffff01600000030090000003000003003f9280900000000142010101600000030090000003000003003f"
          + "a0050201696592a4932bc05a020000030002000003001410000000014401c172b46240000000012801af0506";

  private static final String JPEG = "ffd8ffc0000b08001000200101110000ffda0008010100003f001234ffd9";

  private static Heard heard(byte[] sps) {
    String key =
        "00000001" + HexFormat.of().formatHex(sps) + "0000000168ebe3cb22c0" + "000000016588";
    return heard(PictureFormat.H264, key);
  }

  private static Heard heard(PictureFormat format, String key) {
    var tally = new PictureTally();
    Frame frame =
        new Frame(new Track(Track.PICTURE, format), 0, true, HexFormat.of().parseHex(key));
    tally.count(frame, 0);
    return new Heard(
        new RtspOutcome.Stopped(),
        tally,
        Optional.empty(),
        new SessionCounters(),
        Duration.ofSeconds(1));
  }

  private static Verdict codec(Heard heard) {
    return new PictureCodec(heard, Remedies.RTSP).examine();
  }

  @Test
  void codec_highProfile_isShownEverywhere() {
    assertThat(codec(heard(SPS)).found())
        .asString()
        .isEqualTo("It sends H.264 (avc1.64001e, level 3.0), which every browser shows.");
  }

  @Test
  void codec_high422Profile_isCopied_andBetterInAnotherProfile() {
    byte[] other = SPS.clone();
    other[1] = 122;
    assertThat(codec(heard(other)))
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> {
              assertThat(advice.found())
                  .asString()
                  .contains("browsers do not show", "a copy of 640x360");
              assertThat(advice.remedy()).asString().contains("Baseline, Main or High");
            });
  }

  @Test
  void codec_level6_isAdvisedAgainst() {
    byte[] other = SPS.clone();
    other[3] = 60;
    assertThat(codec(heard(other))).isInstanceOf(Verdict.Advice.class);
  }

  @Test
  void codec_unreadableParameters_areAFault() {
    assertThat(codec(heard(new byte[] {0x67, 100, 0}))).isInstanceOf(Verdict.Fault.class);
  }

  @Test
  void codec_h265_works_withWhatTheHomeDoesAndWhatWouldBeBetter() {
    assertThat(codec(heard(PictureFormat.H265, H265)))
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> {
              assertThat(advice.found())
                  .asString()
                  .contains(
                      "H.265 (hev1.1.6.L63.90)", "as it is", "sub stream", "a copy of 640x360");
              assertThat(advice.remedy()).asString().contains("H.264", "sub stream");
            });
  }

  @Test
  void codec_h265Unreadable_isAFault() {
    assertThat(codec(heard(PictureFormat.H265, "0000000140010c01")))
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> assertThat(fault.found()).asString().contains("H.265 whose parameters"));
  }

  @Test
  void codec_jpeg_works_andTakesMoreOfTheLine() {
    assertThat(codec(heard(PictureFormat.JPEG, JPEG)))
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> {
              assertThat(advice.found()).asString().contains("every viewer shows", "of the line");
              assertThat(advice.remedy()).asString().contains("H.264").doesNotContain("sub stream");
            });
  }

  @Test
  void size_ofEachFormat_isKnown() {
    assertThat(new PictureSize(heard(SPS), Remedies.RTSP).examine().found())
        .asString()
        .contains("640x360");
    assertThat(new PictureSize(heard(PictureFormat.JPEG, JPEG), Remedies.HTTP).examine().found())
        .asString()
        .contains("32x16");
    assertThat(new PictureSize(heard(PictureFormat.H265, H265), Remedies.RTSP).examine().found())
        .asString()
        .contains("640x360");
  }

  /// Above what can be sealed ([io.mashrabiya.wire.sealed.SealedFrame#MAX_BYTES]).
  @Test
  void size_above4MiB_isAFault() {
    String huge = JPEG + "00".repeat(4 << 20);
    assertThat(new PictureSize(heard(PictureFormat.JPEG, huge), Remedies.HTTP).examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> assertThat(fault.found()).asString().contains("none of them"));
  }

  @Test
  void delay_ofH265AndJpeg_isTold() {
    assertThat(new Reordering(heard(PictureFormat.JPEG, JPEG)).examine().found())
        .asString()
        .contains("stands alone");
    assertThat(new Reordering(heard(PictureFormat.H265, H265)).examine().found())
        .asString()
        .contains("B-frames");
  }

  @Test
  void delay_announced_isAdvisedAgainst() {
    assertThat(new Reordering(heard(SPS)).examine())
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> assertThat(advice.found()).asString().contains("held back by up to 2"));
  }

  @Test
  void delay_ofBaseline_isNone() {
    byte[] baseline = HexFormat.of().parseHex("6742c01ed901e0089f9610000003001000000303c0f1621120");
    assertThat(new Reordering(heard(baseline)).examine().found())
        .asString()
        .contains("no B-frames");
  }
}
