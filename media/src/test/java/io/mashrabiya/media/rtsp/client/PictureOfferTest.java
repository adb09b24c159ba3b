package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.media.SyntheticPictures.annexB;
import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.H265Pictures;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.jpeg.BaselineJpeg;
import io.mashrabiya.media.jpeg.JpegSize;
import io.mashrabiya.media.rtp.Packets;
import io.mashrabiya.media.rtp.StreamCounters;
import io.mashrabiya.media.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureOfferTest {
  private static final byte[] IDR = {0x65, (byte) 0x88, 1, 2};

  private static SessionDescription description(String text) {
    return ((SessionDescription.Reading.Understood) SessionDescription.read(text)).description();
  }

  private static Optional<OfferedStream> offer(String text) {
    return PictureOffer.in(description(text), EnumSet.allOf(PictureFormat.class));
  }

  /// What comes out when the first packet is a key frame without parameter sets.
  private static Optional<byte[]> keyFrame(OfferedStream offer) {
    return firstUnit(offer, IDR);
  }

  private static Optional<byte[]> firstUnit(OfferedStream offer, byte[] payload) {
    List<byte[]> units = new ArrayList<>();
    offer.stream()
        .depacketizer()
        .make(new StreamCounters(), (unit, key, timestamp, arrival) -> units.add(unit))
        .accept(Packets.packet(1, 1, true, payload), 0);
    return units.stream().findFirst();
  }

  @Test
  void in_goodCamera_givesControlTypeAndSets() {
    OfferedStream offer = offer(ScriptedCamera.SDP).orElseThrow();
    assertThat(offer.control()).hasValue("trackID=1");
    assertThat(offer.stream().payloadType()).isEqualTo(96);
    assertThat(offer.stream().clockRateHz()).isEqualTo(90_000);
    assertThat(keyFrame(offer))
        .as("the sets of the description come before the first key frame")
        .hasValue(annexB(SyntheticPictures.SPS, SyntheticPictures.PPS, IDR));
  }

  @Test
  void in_h265BeforeH264_isWhatMoreViewersDecode() {
    String both =
        "m=video 0 RTP/AVP 97\na=rtpmap:97 H265/90000\na=control:1\n"
            + "m=audio 0 RTP/AVP 0\n"
            + "m=video 0 RTP/AVP 98\na=rtpmap:98 h264/90000\na=control:2\n";
    OfferedStream h265 =
        PictureOffer.in(description(both), Set.of(PictureFormat.H265)).orElseThrow();
    assertThat(h265.control()).hasValue("1");
    OfferedStream h264 = offer(both).orElseThrow();
    assertThat(h264.stream().payloadType()).isEqualTo(98);
    assertThat(h264.control()).hasValue("2");
    assertThat(keyFrame(h264)).as("without any set").isEmpty();
  }

  @Test
  void in_h265_takesTheSetsOfTheDescription() {
    OfferedStream offer =
        offer(
                "m=video 0 RTP/AVP 97\na=rtpmap:97 H265/90000\n"
                    + "a=fmtp:97 sprop-max-don-diff=0; sprop-vps="
                    + base64(H265Pictures.VPS)
                    + ";sprop-sps="
                    + base64(H265Pictures.SPS)
                    + ";sprop-pps="
                    + base64(H265Pictures.PPS)
                    + "\n")
            .orElseThrow();
    assertThat(firstUnit(offer, H265Pictures.IDR))
        .hasValue(annexB(H265Pictures.VPS, H265Pictures.SPS, H265Pictures.PPS, H265Pictures.IDR));
  }

  /// Nothing in the packets tells of it, and whoever takes them as usual sees broken pictures.
  @Test
  void in_h265OutOfOrder_isNoneAndSaysSo() {
    String text = "m=video 0 RTP/AVP 97\na=rtpmap:97 H265/90000\na=fmtp:97 sprop-max-don-diff=2\n";
    assertThat(offer(text)).isEmpty();
    assertThat(PictureOffer.encodingsIn(description(text)))
        .containsExactly(say("H265 out of order"));
  }

  @Test
  void in_jpegWithoutRtpmap_isJpeg() {
    OfferedStream offer = offer("m=video 0 RTP/AVP 26\na=x-dimensions: 2560,1440\n").orElseThrow();
    assertThat(offer.stream().track().format()).isEqualTo(PictureFormat.JPEG);
    byte[] large = {0, 0, 0, 0, 1, 50, 0, 0, 1, 2, 3};
    assertThat(firstUnit(offer, large))
        .map(BaselineJpeg::read)
        .hasValueSatisfying(reading ->
            assertThat(((BaselineJpeg.Reading.Understood) reading).picture().size())
                .isEqualTo(new JpegSize(2560, 1440)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0,0", "99999,1", "640", "640,-1", "640x480"})
  void in_jpegWithDimensionsThatAreNone_isJpeg(String dimensions) {
    OfferedStream offer =
        offer("m=video 0 RTP/AVP 26\na=x-dimensions:" + dimensions + "\n").orElseThrow();
    byte[] small = {0, 0, 0, 0, 1, 50, 8, 6, 1, 2, 3};
    assertThat(firstUnit(offer, small)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=0\n",
        "m=video 0 RTP/AVP 97\na=rtpmap:97 AV1/90000\n",
        "m=audio 0 RTP/AVP 96\na=rtpmap:96 H264/90000\n",
        "m=video 0 RTP/AVP 128\na=rtpmap:128 H264/90000\n",
        "m=video 0 RTP/AVP x\na=rtpmap:x H264/90000\n"
      })
  void in_nothingThatIsRead_isNone(String text) {
    assertThat(offer(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "%%%", "Z", ",,,,", "Z,Z,Z"})
  void in_parameterSetsThatAreNone_areLeftOut(String sprop) {
    assertThat(offer(ScriptedCamera.SDP.replaceAll("sets=.*", "sets=" + sprop)))
        .hasValueSatisfying(offer -> assertThat(keyFrame(offer)).isEmpty());
  }

  private static String base64(byte[] set) {
    return Base64.getEncoder().encodeToString(set);
  }

  @Test
  void encodingsIn_cameraWithoutH264_areToldCleanly() {
    SessionDescription camera =
        description(
            "m=video 0 RTP/AVP 97\na=rtpmap:97 H265\u0007/90000\nm=audio 0 RTP/AVP 0\nm=audio 0 RTP/AVP 8\n");
    assertThat(PictureOffer.encodingsIn(camera))
        .containsExactly(quoted("H265?"), quoted("PCMU"), quoted("PCMA"));
  }
}
