package io.mashrabiya.relay.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import org.junit.jupiter.api.Test;

class AssemblyTest {
  private final Assembly media = new Assembly(Endpoint.DEVICE_MEDIA);

  private static WebSocketFrame binary(int sizeBytes, boolean isLast) {
    return WebSocketFrame.binaryFrame(Buffer.buffer(new byte[sizeBytes]), isLast);
  }

  private static WebSocketFrame more(int sizeBytes, boolean isLast) {
    return WebSocketFrame.continuationFrame(Buffer.buffer(new byte[sizeBytes]), isLast);
  }

  @Test
  void add_wholeMessage_isThere() throws Exception {
    assertThat(media.add(binary(9, true)).orElseThrow()).hasSize(9);
  }

  @Test
  void add_fragments_areOneMessageAndThenTheNextBegins() throws Exception {
    assertThat(media.add(binary(9, false))).isEmpty();
    assertThat(media.add(more(9, false))).isEmpty();
    assertThat(media.add(more(9, true)).orElseThrow()).hasSize(27);
    assertThat(media.add(binary(5, true)).orElseThrow()).hasSize(5);
  }

  @Test
  void add_emptyFirstFragment_isNotForgotten() throws Exception {
    assertThat(media.add(binary(0, false))).isEmpty();
    assertThat(media.add(more(9, true)).orElseThrow()).hasSize(9);
  }

  @Test
  void add_moreThanTheLongest_isRefusedHoweverItIsCut() throws Exception {
    int longest = Endpoint.DEVICE_MEDIA.limits().messageBytes();
    assertThat(media.add(binary(longest, true))).isPresent();
    assertThatThrownBy(() -> media.add(binary(longest + 1, true)))
        .isInstanceOf(Assembly.Refused.class);
    media.add(binary(longest, false));
    assertThatThrownBy(() -> media.add(more(1, true))).isInstanceOf(Assembly.Refused.class);
  }

  @Test
  void add_wrongKind_isRefused() {
    assertThatThrownBy(() -> media.add(WebSocketFrame.textFrame("a", true)))
        .isInstanceOf(Assembly.Refused.class);
    assertThatThrownBy(() -> new Assembly(Endpoint.HOME).add(binary(1, true)))
        .isInstanceOf(Assembly.Refused.class);
  }
}
