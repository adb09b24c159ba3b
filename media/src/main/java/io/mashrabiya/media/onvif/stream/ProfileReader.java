package io.mashrabiya.media.onvif.stream;

import static io.mashrabiya.media.onvif.xml.Namespace.MEDIA2;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.soap.Shown;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/// Reads profiles out of the response to `GetProfiles`, of Media and of Media2.
///
/// Leniencies: numbers with a fraction, or none; sizes that are missing; more than [#MOST_PROFILES]
/// profiles, of which the first count. Profiles without a token or without video are left out.
final class ProfileReader {
  /// As many as a recorder with 32 cameras has.
  static final int MOST_PROFILES = 64;

  private static final int MOST_TOKEN_CHARACTERS = 256;
  private static final int MOST_PIXELS = 32_768;
  private static final int MOST_KILOBITS = 1_000_000;
  private static final int MOST_FRAMES = 100_000;

  private ProfileReader() {}

  static List<MediaProfile> read(Namespace version, XmlElement response) {
    return response.children(version, "Profiles").stream()
        .limit(MOST_PROFILES)
        .flatMap(profile -> (version == MEDIA2 ? media2(profile) : media(profile)).stream())
        .toList();
  }

  private static Optional<MediaProfile> media(XmlElement profile) {
    Optional<XmlElement> encoder = profile.find(SCHEMA, "VideoEncoderConfiguration");
    Optional<String> audio = profile.value(SCHEMA, "AudioEncoderConfiguration", "Encoding");
    String name = profile.value(SCHEMA, "Name").orElse("");
    String source = profile.value(SCHEMA, "VideoSourceConfiguration", "SourceToken").orElse("");
    boolean turns = profile.find(SCHEMA, "PTZConfiguration").isPresent();
    return encoder.flatMap(
        video -> profile(profile, name, source, video, interval(video), audio, turns));
  }

  private static Optional<MediaProfile> media2(XmlElement profile) {
    Optional<XmlElement> all = profile.find(MEDIA2, "Configurations");
    Optional<XmlElement> encoder = all.flatMap(has -> has.find(MEDIA2, "VideoEncoder"));
    Optional<String> audio =
        all.flatMap(has -> has.find(MEDIA2, "AudioEncoder"))
            .flatMap(sound -> sound.value(SCHEMA, "Encoding"));
    String name = profile.value(MEDIA2, "Name").orElse("");
    String source =
        all.flatMap(has -> has.find(MEDIA2, "VideoSource"))
            .flatMap(video -> video.value(SCHEMA, "SourceToken"))
            .orElse("");
    boolean turns = all.flatMap(has -> has.find(MEDIA2, "PTZ")).isPresent();
    return encoder.flatMap(video -> {
      int interval = whole(video.attribute("GovLength"), MOST_FRAMES);
      return profile(profile, name, source, video, interval, audio, turns);
    });
  }

  private static Optional<MediaProfile> profile(
      XmlElement profile,
      String name,
      String source,
      XmlElement video,
      int interval,
      Optional<String> audio,
      boolean turns) {
    Optional<String> reference =
        profile
            .attribute("token")
            .filter(token -> !token.isEmpty() && token.length() <= MOST_TOKEN_CHARACTERS);
    return reference.map(token ->
        new MediaProfile(
            token,
            Shown.of(name),
            Shown.of(source),
            VideoCodec.named(video.value(SCHEMA, "Encoding").orElse("")),
            whole(video.value(SCHEMA, "Resolution", "Width"), MOST_PIXELS),
            whole(video.value(SCHEMA, "Resolution", "Height"), MOST_PIXELS),
            number(video.value(SCHEMA, "RateControl", "FrameRateLimit"), MOST_FRAMES),
            whole(video.value(SCHEMA, "RateControl", "BitrateLimit"), MOST_KILOBITS),
            interval,
            audio.map(Shown::of),
            turns));
  }

  /// In Media it stands beside what is peculiar to the codec.
  private static int interval(XmlElement video) {
    return whole(
        video
            .value(SCHEMA, "H264", "GovLength")
            .or(() -> video.value(SCHEMA, "MPEG4", "GovLength")),
        MOST_FRAMES);
  }

  private static int whole(Optional<String> text, int most) {
    return (int) number(text, most);
  }

  /// A number from 0 to `most`; 0 where there is none.
  private static double number(Optional<String> text, int most) {
    return text.filter(digits -> digits.matches("[0-9]{1,9}(\\.[0-9]{0,9})?"))
        .map(Double::parseDouble)
        .filter(number -> number <= most)
        .orElse(0.0);
  }
}
