package io.mashrabiya.device.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.device.link.MediaLink.Arrived;
import io.mashrabiya.wire.link.MediaMessage;

/// Whatever a relay sends on a media link is a frame, one that cannot be read, a word on the line,
/// or the link's end.
class MediaLinkFuzzTest {
  @FuzzTest
  void message(byte[] input) {
    try {
      switch (Arrived.of(input)) {
        case Arrived.Frame(var message) -> assertThat(message.bytes()).isEqualTo(input);
        case Arrived.Unreadable(var camera) -> assertThat(input).containsSequence(camera.bytes());
        case Arrived.Carries(long bits) ->
            assertThat(new MediaMessage.Carries(bits).bytes()).isEqualTo(input);
      }
    } catch (LinkFailed expected) {
      assertThat(expected).hasMessageContaining("no message");
    }
  }
}
