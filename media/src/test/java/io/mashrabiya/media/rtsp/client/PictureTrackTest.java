package io.mashrabiya.media.rtsp.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.SyntheticPictures;
import io.mashrabiya.media.sdp.SessionDescription;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTrackTest {
  private static SessionDescription description(String text) {
    return ((SessionDescription.Reading.Understood) SessionDescription.read(text)).description();
  }

  private static Optional<PictureTrack> track(String text) {
    return PictureTrack.in(description(text));
  }

  @Test
  void in_goodCamera_givesControlTypeAndSets() {
    PictureTrack track = track(ScriptedCamera.SDP).orElseThrow();
    assertThat(track.control()).hasValue("trackID=1");
    assertThat(track.payloadType()).isEqualTo(96);
    assertThat(track.parameterSets()).containsExactly(SyntheticPictures.SPS, SyntheticPictures.PPS);
  }

  @Test
  void in_h265BeforeH264_isTheH264() {
    PictureTrack track =
        track(
                "m=video 0 RTP/AVP 97\na=rtpmap:97 H265/90000\na=control:1\n"
                    + "m=audio 0 RTP/AVP 0\n"
                    + "m=video 0 RTP/AVP 98\na=rtpmap:98 h264/90000\na=control:2\n")
            .orElseThrow();
    assertThat(track.payloadType()).isEqualTo(98);
    assertThat(track.control()).hasValue("2");
    assertThat(track.parameterSets()).isEmpty();
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
    assertThat(track(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "%%%", "Z", ",,,,", "Z,Z,Z"})
  void in_parameterSetsThatAreNone_areLeftOut(String sprop) {
    assertThat(track(ScriptedCamera.SDP.replaceAll("sets=.*", "sets=" + sprop)))
        .hasValueSatisfying(track -> assertThat(track.parameterSets()).isEmpty());
  }

  @Test
  void encodingsIn_cameraWithoutH264_areToldCleanly() {
    SessionDescription camera =
        description(
            "m=video 0 RTP/AVP 97\na=rtpmap:97 H265\u0007/90000\nm=audio 0 RTP/AVP 0\nm=audio 0 RTP/AVP 8\n");
    assertThat(PictureTrack.encodingsIn(camera)).containsExactly("H265?", "audio");
  }
}
