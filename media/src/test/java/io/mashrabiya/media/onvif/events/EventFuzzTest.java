package io.mashrabiya.media.onvif.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlReader;
import java.time.Duration;

/// Hostile messages at the reader of events: bounded, and fit to be shown.
class EventFuzzTest {
  @FuzzTest
  void messages(byte[] input) {
    if (XmlReader.read(input) instanceof XmlReader.Reading.Understood(var response)) {
      assertThat(new EventReader().read(response))
          .hasSizeLessThanOrEqualTo(256)
          .allSatisfy(event -> assertThat(event.toString()).hasSizeLessThan(200));
      Lifetime.read(response, Namespace.EVENTS)
          .ifPresent(lifetime ->
              assertThat(lifetime).isBetween(Duration.ofSeconds(4), Duration.ofHours(1)));
    }
  }
}
