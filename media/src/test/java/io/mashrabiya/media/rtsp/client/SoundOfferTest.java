package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.SoundFormat;
import io.mashrabiya.media.sdp.SessionDescription;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundOfferTest {
  private static final String AAC =
      "m=audio 0 RTP/AVP 97\na=rtpmap:97 mpeg4-generic/16000/1\na=control:trackID=2\n";
  private static final String HBR =
      "a=fmtp:97 streamtype=5; mode=AAC-hbr; config=1408; SizeLength=13; IndexLength=3;"
          + " IndexDeltaLength=3\n";
  private static final String LATM =
      "m=audio 0 RTP/AVP 97\na=rtpmap:97 MP4A-LATM/16000/1\na=fmtp:97 cpresent=0;config=400028103fc0\n";

  private static Optional<OfferedStream> offer(String sdp) {
    var reading = (SessionDescription.Reading.Understood) SessionDescription.read(sdp);
    return SoundOffer.in(reading.description());
  }

  private static void assertIs(String sdp, SoundFormat format, int payloadType, int clockRateHz) {
    assertThat(offer(sdp))
        .hasValueSatisfying(offer -> {
          assertThat(offer.stream().track().isSound()).isTrue();
          assertThat(offer.stream().track().format()).isEqualTo(format);
          assertThat(offer.stream().payloadType()).isEqualTo(payloadType);
          assertThat(offer.stream().clockRateHz()).isEqualTo(clockRateHz);
        });
  }

  private static SoundFormat aac(String config) {
    return new SoundFormat(SoundCodec.AAC, 16_000, 1, HexFormat.of().parseHex(config));
  }

  @Test
  void in_telephoneWithoutRtpmap_isWhatItHasAlwaysMeant() {
    assertIs("m=audio 0 RTP/AVP 0\n", SoundFormat.telephone(SoundCodec.PCMU), 0, 8000);
    assertIs("m=audio 0 RTP/AVP 8\n", SoundFormat.telephone(SoundCodec.PCMA), 8, 8000);
  }

  @Test
  void in_widebandG711_keepsItsRate() {
    assertIs(
        "m=audio 0 RTP/AVP 97\na=rtpmap:97 pcma/16000/1\n",
        new SoundFormat(SoundCodec.PCMA, 16_000, 1),
        97,
        16_000);
  }

  @Test
  void in_rateOfPictures_isTakenForAMistake() {
    assertIs(
        "m=audio 0 RTP/AVP 0\na=rtpmap:0 PCMU/90000\n",
        SoundFormat.telephone(SoundCodec.PCMU),
        0,
        8_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m=audio 0 RTP/AVP 2\n",
        "m=audio 0 RTP/AVP 2\na=rtpmap:2 G726-16/8000\n",
        "m=audio 0 RTP/AVP 2\na=rtpmap:2 AAL2-G726-40/8000/1\n"
      })
  void in_g726_isDecodedToMuLaw(String sdp) {
    assertIs(sdp, SoundFormat.telephone(SoundCodec.PCMU), 2, 8_000);
  }

  @Test
  void in_opus_countsFortyEightThousand() {
    assertIs(
        "m=audio 0 RTP/AVP 98\na=rtpmap:98 opus/48000/2\na=fmtp:98 sprop-stereo=0\n",
        new SoundFormat(SoundCodec.OPUS, 48_000, 2),
        98,
        48_000);
  }

  @Test
  void in_aac_takesItsConfiguration() {
    assertIs(AAC + HBR, aac("1408"), 97, 16_000);
    assertThat(offer(AAC + HBR).orElseThrow().control()).hasValue("trackID=2");
  }

  @Test
  void in_aacWithoutMode_isTakenForTheUsualOne() {
    assertIs(AAC + "a=fmtp:97 config=1408\n", aac("1408"), 97, 16_000);
  }

  @Test
  void in_latmCutShortBehindTheSound_isTakenAsGStreamerMeansIt() {
    assertIs(LATM.replace("400028103fc0", "40002810"), aac("1408"), 97, 16_000);
  }

  @Test
  void in_latm_takesTheConfigurationOutOfTheMultiplex() {
    assertIs(LATM, aac("1408"), 97, 16_000);
    assertIs(LATM.replace("cpresent=0;", ""), aac("1408"), 97, 16_000);
  }

  @Test
  void in_firstIsUnknown_takesTheNext() {
    assertIs(
        "m=audio 0 RTP/AVP 97\na=rtpmap:97 SPEEX/8000\nm=audio 0 RTP/AVP 8\n",
        SoundFormat.telephone(SoundCodec.PCMA),
        8,
        8_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=0\n",
        "m=video 0 RTP/AVP 0\n",
        "m=audio 0 RTP/AVP 97\n",
        "m=audio 0 RTP/AVP 97\na=rtpmap:97 mpeg4-generic/16000/1\n",
        "m=audio 0 RTP/AVP 97\na=rtpmap:97 mpeg4-generic/16000/1\na=fmtp:97 config=xyz\n",
        "m=audio 0 RTP/AVP 97\na=rtpmap:97 mpeg4-generic/16000/1\na=fmtp:97 config=14\n",
        "m=audio 0 RTP/AVP 97\na=rtpmap:97 mpeg4-generic/16000/1\na=fmtp:97 config=1408;sizelength=99\n",
        "m=audio 0 RTP/AVP 97\na=rtpmap:97 mpeg4-generic/16000/1\na=fmtp:97 config=1408;ctsdeltalength=4\n",
        "m=audio 0 RTP/AVP 97\na=rtpmap:97 MP4A-LATM/16000/1\na=fmtp:97 cpresent=1;config=400028103fc0\n",
        "m=audio 0 RTP/AVP 97\na=rtpmap:97 MP4A-LATM/16000/1\na=fmtp:97 cpresent=0\n",
      })
  void in_noSoundThatIsRead_isNone(String sdp) {
    assertThat(offer(sdp)).isEmpty();
  }
}
