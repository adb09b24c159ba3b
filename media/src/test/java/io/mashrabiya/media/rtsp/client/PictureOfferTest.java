package io.mashrabiya.media.rtsp.client;

import static io.mashrabiya.media.SyntheticPictures.annexB;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.rtp.Packets;
import io.mashrabiya.media.rtp.StreamCounters;
import io.mashrabiya.media.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureOfferTest {
  private static final byte[] IDR = {0x65, (byte) 0x88, 1, 2};

  private static SessionDescription description(String text) {
    return ((SessionDescription.Reading.Understood) SessionDescription.read(text)).description();
  }

  private static Optional<OfferedStream> offer(String text) {
    return PictureOffer.in(description(text));
  }

  /// What comes out when the first packet is a key frame without parameter sets.
  private static Optional<byte[]> keyFrame(OfferedStream offer) {
    List<byte[]> units = new ArrayList<>();
    offer.stream()
        .depacketizer()
        .make(new StreamCounters(), (unit, key, timestamp, arrival) -> units.add(unit))
        .accept(Packets.packet(1, 1, true, IDR), 0);
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
  void in_h265BeforeH264_isTheH264() {
    OfferedStream offer =
        offer(
                "m=video 0 RTP/AVP 97\na=rtpmap:97 H265/90000\na=control:1\n"
                    + "m=audio 0 RTP/AVP 0\n"
                    + "m=video 0 RTP/AVP 98\na=rtpmap:98 h264/90000\na=control:2\n")
            .orElseThrow();
    assertThat(offer.stream().payloadType()).isEqualTo(98);
    assertThat(offer.control()).hasValue("2");
    assertThat(keyFrame(offer)).as("without any set").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=0\n",
        "m=video 0 RTP/AVP 26\n",
        "m=video 0 RTP/AVP 97\na=rtpmap:97 H265/90000\n",
        "m=audio 0 RTP/AVP 96\na=rtpmap:96 H264/90000\n",
        "m=video 0 RTP/AVP 128\na=rtpmap:128 H264/90000\n",
        "m=video 0 RTP/AVP x\na=rtpmap:x H264/90000\n"
      })
  void in_noH264_isNone(String text) {
    assertThat(offer(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "%%%", "Z", ",,,,", "Z,Z,Z"})
  void in_parameterSetsThatAreNone_areLeftOut(String sprop) {
    assertThat(offer(ScriptedCamera.SDP.replaceAll("sets=.*", "sets=" + sprop)))
        .hasValueSatisfying(offer -> assertThat(keyFrame(offer)).isEmpty());
  }

  @Test
  void encodingsIn_cameraWithoutH264_areToldCleanly() {
    SessionDescription camera =
        description(
            "m=video 0 RTP/AVP 97\na=rtpmap:97 H265\u0007/90000\nm=audio 0 RTP/AVP 0\nm=audio 0 RTP/AVP 8\n");
    assertThat(PictureOffer.encodingsIn(camera)).containsExactly("H265?", "PCMU", "PCMA");
  }
}
