package io.mashrabiya.media.sdp;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.sdp.SessionDescription.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionDescriptionTest {
  private static final String CAMERA =
      """
      v=0
      o=- 1109162014219182 1109162014219192 IN IP4 x.y.z.w
      s=Media Presentation
      c=IN IP4 0.0.0.0
      t=0 0
      a=control:rtsp://192.0.2.7:554/main/
      m=video 0 RTP/AVP 97 96
      b=AS:5050
      a=recvonly
      a=rtpmap:96 H264/90000
      a=fmtp:96 profile-level-id=420029; packetization-mode=1; sprop-parameter-sets=Z00=,aO4=
      a=rtpmap:97 h265/90000
      a=control:trackID=1
      m=audio 0 RTP/AVP 0
      a=control:trackID=2
      a=Media_header:MEDIAINFO=494D4B48010100000400010010710110401F000000FA00;
      """;

  private static SessionDescription understood(String text) {
    return switch (SessionDescription.read(text)) {
      case Reading.Understood(SessionDescription description) -> description;
      case Reading.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  @Test
  void read_camera_givesMediaAndAttributes() {
    SessionDescription description = understood(CAMERA);
    assertThat(description.attribute("control")).hasValue("rtsp://192.0.2.7:554/main/");
    assertThat(description.media())
        .extracting(MediaDescription::media)
        .containsExactly("video", "audio");
    MediaDescription video = description.media().getFirst();
    assertThat(video.protocol()).isEqualTo("RTP/AVP");
    assertThat(video.formats()).containsExactly("97", "96");
    assertThat(video.encoding("96")).map(RtpEncoding::name).hasValue("H264");
    assertThat(video.encoding("97")).map(RtpEncoding::name).hasValue("H265");
    assertThat(video.encoding("98")).isEmpty();
    assertThat(video.attribute("control")).hasValue("trackID=1");
    assertThat(video.attribute("recvonly")).hasValue("");
    assertThat(video.parameter("96", "packetization-mode")).hasValue("1");
    assertThat(video.parameter("96", "SPROP-parameter-sets")).hasValue("Z00=,aO4=");
    assertThat(video.parameter("97", "packetization-mode")).isEmpty();
    assertThat(description.media().getLast().attribute("control")).hasValue("trackID=2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r", "\n\n", " \r\n"})
  void read_anyLineEnd_isTheSame(String end) {
    SessionDescription description = understood(CAMERA.replace("\n", end));
    assertThat(description.media()).hasSize(2);
    assertThat(description.media().getFirst().encoding("96"))
        .map(RtpEncoding::name)
        .hasValue("H264");
  }

  @Test
  void read_linesMissingAndNoiseBetween_isForgiven() {
    SessionDescription description =
        understood("hello\nm=video no-port RTP/AVP 96\n\u0000\n=\na=rtpmap:96 H264/90000\0\0\n");
    assertThat(description.media().getFirst().encoding("96"))
        .map(RtpEncoding::name)
        .hasValue("H264");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "hello", "{\"json\": true}", "<html>"})
  void read_noDescription_isMalformed(String text) {
    assertThat(SessionDescription.read(text))
        .isEqualTo(new Reading.Malformed(1, quoted("<type>=<value>")));
  }

  @Test
  void read_mediumWithoutFormat_isMalformedThere() {
    assertThat(SessionDescription.read("v=0\r\nm=video 0 RTP/AVP\r\n"))
        .isEqualTo(new Reading.Malformed(2, say("m=<media> <port> <proto> <fmt>")));
  }

  @Test
  void read_tooLong_isMalformed() {
    String text = "a=x\n".repeat(SessionDescription.MOST_CHARACTERS / 4 + 1);
    assertThat(SessionDescription.read(text)).isInstanceOf(Reading.Malformed.class);
  }

  @Test
  void read_moreThanTheBounds_leavesTheRestOut() {
    SessionDescription many = understood("m=video 0 RTP/AVP 96\na=x:y\n".repeat(100));
    assertThat(many.media()).hasSize(SessionDescription.MOST_MEDIA);
    SessionDescription formats = understood("m=video 0 RTP/AVP" + " 96".repeat(10_000));
    assertThat(formats.media().getFirst().formats()).hasSize(SessionDescription.MOST_FORMATS);
    SessionDescription attributes = understood("m=video 0 RTP/AVP 96\n" + "a=x:y\n".repeat(500));
    assertThat(attributes.media().getFirst().attributes())
        .hasSize(SessionDescription.MOST_ATTRIBUTES);
  }
}
