package io.mashrabiya.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.rtp.StreamCounters;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Hostile answers and URLs: read within the bounds, malformed, or over too soon; never another
/// exception.
class HttpFuzzTest {
  @FuzzTest
  void parts(byte[] input) throws IOException {
    List<Frame> frames = new ArrayList<>();
    PictureOutlet outlet = new PictureOutlet(frames::add, new StreamCounters());
    JpegParts parts = new JpegParts(new ByteInput(new ByteArrayInputStream(input)), () -> 0);
    try {
      for (var part = parts.next(); part.isPresent(); part = parts.next()) {
        assertThat(part.get().bytes().length).isLessThanOrEqualTo(input.length);
        outlet.accept(part.get().bytes(), part.get().beganMicros());
      }
    } catch (EOFException | MalformedHttp e) {
      assertThat(e).hasMessageNotContaining("\r");
    }
    assertThat(frames).allMatch(frame -> frame.payload().length >= 4);
  }

  @FuzzTest
  void answer(byte[] input) throws IOException {
    ByteInput in = new ByteInput(new ByteArrayInputStream(input));
    try {
      Head head = Head.read(in);
      assertThat(head.status()).isBetween(200, 599);
      assertThat(head.reason().length()).isLessThanOrEqualTo(80);
      assertThat(Body.of(head, in).readAllBytes().length).isLessThan(input.length);
    } catch (EOFException | MalformedHttp e) {
      assertThat(e).hasMessageNotContaining("\r");
    }
  }

  @FuzzTest
  void url(byte[] input) {
    if (HttpUrl.read(new String(input, StandardCharsets.UTF_8))
        instanceof HttpUrl.Reading.Understood(HttpAddress address, var _)) {
      assertThat(HttpUrl.read(address.toString()))
          .isInstanceOfSatisfying(
              HttpUrl.Reading.Understood.class,
              again -> assertThat(again.address()).isEqualTo(address));
    }
  }
}
