package io.mashrabiya.media.onvif.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import io.mashrabiya.media.onvif.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {
  private static List<MediaProfile> read(Namespace version, String profiles) {
    byte[] bytes = ("<r>" + profiles + "</r>").getBytes(StandardCharsets.UTF_8);
    XmlElement response = ((XmlReader.Reading.Understood) XmlReader.read(bytes)).root();
    return ProfileReader.read(version, response);
  }

  @Test
  void read_mediaProfile_isWhole() {
    String profile =
        """
        <Profiles token=" p1 "><Name>Main stream</Name>
        <VideoSourceConfiguration token="v"><SourceToken>s0</SourceToken></VideoSourceConfiguration>
        <VideoEncoderConfiguration token="e"><Encoding>H264</Encoding>
        <Resolution><Width>2560</Width><Height> 1440 </Height></Resolution>
        <RateControl><FrameRateLimit>12.5</FrameRateLimit><BitrateLimit>4096</BitrateLimit></RateControl>
        <H264><GovLength>50</GovLength></H264></VideoEncoderConfiguration>
        <AudioEncoderConfiguration token="a"><Encoding>G711</Encoding></AudioEncoderConfiguration>
        <PTZConfiguration token="z"/></Profiles>
        """;
    assertThat(read(Namespace.MEDIA, profile))
        .containsExactly(
            new MediaProfile(
                "p1",
                "Main stream",
                "s0",
                VideoCodec.H264,
                2560,
                1440,
                12.5,
                4096,
                50,
                Optional.of("G711"),
                true));
  }

  @Test
  void read_media2Profile_isWhole() {
    String profile =
        """
        <Profiles token="p1"><Name>Main</Name><Configurations>
        <VideoSource token="v"><SourceToken>s0</SourceToken></VideoSource>
        <VideoEncoder token="e" GovLength="40"><Encoding>H265</Encoding>
        <Resolution><Width>3840</Width><Height>2160</Height></Resolution>
        <RateControl><FrameRateLimit>20</FrameRateLimit><BitrateLimit>8192</BitrateLimit></RateControl>
        </VideoEncoder><AudioEncoder token="a"><Encoding>MP4A-LATM</Encoding></AudioEncoder>
        </Configurations></Profiles>
        """;
    assertThat(read(Namespace.MEDIA2, profile))
        .containsExactly(
            new MediaProfile(
                "p1",
                "Main",
                "s0",
                VideoCodec.H265,
                3840,
                2160,
                20,
                8192,
                40,
                Optional.of("MP4A-LATM"),
                false));
  }

  @Test
  void read_profilesOfNoUse_areLeftOut() {
    String none =
        "<Profiles token='a'/><Profiles><VideoEncoderConfiguration/></Profiles>"
            + "<Profiles token='"
            + "x".repeat(300)
            + "'><VideoEncoderConfiguration/></Profiles>";
    assertThat(read(Namespace.MEDIA, none)).isEmpty();
  }

  @Test
  void read_tooManyProfiles_areBounded() {
    String one = "<Profiles token='a'><VideoEncoderConfiguration/></Profiles>";
    assertThat(read(Namespace.MEDIA, one.repeat(1000))).hasSize(ProfileReader.MOST_PROFILES);
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "-1, 0", "1e9, 0", "999999999, 0", "x, 0", "32768, 32768", "640.0, 640"})
  void read_width_isANumberThatAPictureCanHave(String text, int expected) {
    String profile =
        "<Profiles token='a'><VideoEncoderConfiguration><Resolution><Width>"
            + text
            + "</Width></Resolution></VideoEncoderConfiguration></Profiles>";
    assertThat(read(Namespace.MEDIA, profile))
        .singleElement()
        .satisfies(read -> assertThat(read.width()).isEqualTo(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "H264, H264",
    "h.264, H264",
    "H265, H265",
    "HEVC, H265",
    "JPEG, JPEG",
    "MPV4-ES, MPEG4",
    "AV1, OTHER",
    "'', OTHER"
  })
  void codec_asCamerasSpellIt_isKnown(String word, VideoCodec expected) {
    assertThat(VideoCodec.named(word)).isEqualTo(expected);
  }
}
