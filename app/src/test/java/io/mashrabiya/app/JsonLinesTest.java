package io.mashrabiya.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.ids.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static final HouseholdId HOUSEHOLD = new HouseholdId(1, 2, 3);

  private static LogRecord line(String message, Object... parameters) {
    var line = new LogRecord(Level.INFO, message);
    line.setLoggerName("io.mashrabiya.relay");
    line.setInstant(Instant.parse("2026-11-27T08:00:00.123Z"));
    line.setParameters(parameters);
    return line;
  }

  private static Fields read(LogRecord line) throws Exception {
    String text = new JsonLines().format(line);
    assertThat(text).endsWith("\n").doesNotContain("\n\n");
    assertThat(text.strip()).doesNotContain("\n");
    return Fields.parse("line", text.strip().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void format_lineWithIds_hasThemAsMembersAndInTheMessage() throws Exception {
    var fields = read(line("{0}: home {1}", new LinkId(7), HOUSEHOLD));
    assertThat(fields.text("time")).isEqualTo("2026-11-27T08:00:00.123Z");
    assertThat(fields.text("level")).isEqualTo("info");
    assertThat(fields.text("logger")).isEqualTo("io.mashrabiya.relay");
    assertThat(fields.text("message")).isEqualTo("link 7: home " + HOUSEHOLD);
    assertThat(fields.text("link")).isEqualTo("7");
    assertThat(fields.text("household")).isEqualTo(HOUSEHOLD.toString());
    fields.end();
  }

  @Test
  void format_lineWithoutAny_hasNone() throws Exception {
    var fields = read(line("plain", (Object[]) null));
    for (String name : new String[] {"time", "level", "logger", "message"}) {
      assertThat(fields.text(name)).isNotEmpty();
    }
    fields.end();
  }

  @Test
  void format_messageOfSeveralLinesAndWhatWasThrown_stayOnOneLine() throws Exception {
    var line = line("two\nlines \"quoted\"");
    line.setThrown(new IllegalStateException("why\nso"));
    var fields = read(line);
    assertThat(fields.text("message")).isEqualTo("two\nlines \"quoted\"");
    assertThat(fields.text("thrown")).contains("IllegalStateException: why\nso");
  }
}
