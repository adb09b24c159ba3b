package io.mashrabiya.relay.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import org.junit.jupiter.api.Test;

class AssemblyTest {
  private static final int LONGEST = 64;

  private final Assembly media = new Assembly(false);
  private final Assembly control = new Assembly(true);

  private static WebSocketFrame binary(int sizeBytes, boolean isLast) {
    return WebSocketFrame.binaryFrame(Buffer.buffer(new byte[sizeBytes]), isLast);
  }

  private static WebSocketFrame more(int sizeBytes, boolean isLast) {
    return WebSocketFrame.continuationFrame(Buffer.buffer(new byte[sizeBytes]), isLast);
  }

  @Test
  void add_wholeMessage_isThere() throws Exception {
    assertThat(media.add(binary(9, true), LONGEST).orElseThrow()).hasSize(9);
  }

  @Test
  void add_fragments_areOneMessageAndThenTheNextBegins() throws Exception {
    assertThat(media.add(binary(9, false), LONGEST)).isEmpty();
    assertThat(media.add(more(9, false), LONGEST)).isEmpty();
    assertThat(media.add(more(9, true), LONGEST).orElseThrow()).hasSize(27);
    assertThat(media.add(binary(5, true), LONGEST).orElseThrow()).hasSize(5);
  }

  @Test
  void add_emptyFirstFragment_isNotForgotten() throws Exception {
    assertThat(media.add(binary(0, false), LONGEST)).isEmpty();
    assertThat(media.add(more(9, true), LONGEST).orElseThrow()).hasSize(9);
  }

  @Test
  void add_moreThanTheLongest_isRefusedHoweverItIsCut() throws Exception {
    assertThat(media.add(binary(LONGEST, true), LONGEST)).isPresent();
    assertThatThrownBy(() -> media.add(binary(LONGEST + 1, true), LONGEST))
        .isInstanceOf(Assembly.Refused.class);
    media.add(binary(LONGEST, false), LONGEST);
    assertThatThrownBy(() -> media.add(more(1, true), LONGEST))
        .isInstanceOf(Assembly.Refused.class);
  }

  @Test
  void add_linkThatProvedItself_takesLongerMessagesFromThenOn() throws Exception {
    assertThat(media.add(binary(LONGEST, false), LONGEST)).isEmpty();
    assertThat(media.add(more(1_000, true), 2_000).orElseThrow()).hasSize(1_064);
  }

  @Test
  void add_wrongKind_isRefused() {
    assertThatThrownBy(() -> media.add(WebSocketFrame.textFrame("a", true), LONGEST))
        .isInstanceOf(Assembly.Refused.class);
    assertThatThrownBy(() -> control.add(binary(1, true), LONGEST))
        .isInstanceOf(Assembly.Refused.class);
  }
}
