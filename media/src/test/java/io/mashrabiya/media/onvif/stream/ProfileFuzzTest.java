package io.mashrabiya.media.onvif.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlReader;
import java.util.List;

/// Hostile lists of profiles, of both media services: bounded, with numbers that a picture can
/// have.
class ProfileFuzzTest {
  @FuzzTest
  void profiles(byte[] input) {
    if (XmlReader.read(input) instanceof XmlReader.Reading.Understood(var response)) {
      for (Namespace version : List.of(Namespace.MEDIA, Namespace.MEDIA2)) {
        List<MediaProfile> profiles = ProfileReader.read(version, response);
        assertThat(profiles).hasSizeLessThanOrEqualTo(ProfileReader.MOST_PROFILES);
        for (MediaProfile profile : profiles) {
          assertThat(profile.reference()).isNotEmpty().hasSizeLessThanOrEqualTo(256);
          assertThat(profile.pixels()).isBetween(0L, 32_768L * 32_768);
          assertThat(profile.framesPerSecond()).isBetween(0.0, 100_000.0);
        }
      }
    }
  }
}
