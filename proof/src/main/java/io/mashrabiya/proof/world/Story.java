package io.mashrabiya.proof.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What happened, for a person. What happens again and again is told once, with how often.
final class Story {
  private final List<String> lines = new ArrayList<>();
  private String last = "";
  private Duration since = Duration.ZERO;
  private long times;

  void tell(Duration now, String words) {
    if (!words.equals(last)) {
      end();
      last = words;
      since = now;
    }
    times++;
  }

  private void end() {
    if (times > 0) {
      String often = times > 1 ? " (" + times + " times)" : "";
      lines.add(String.format(Locale.ROOT, "%9.3f s  %s%s", since.toMillis() / 1e3, last, often));
    }
    times = 0;
  }

  List<String> lines() {
    end();
    return List.copyOf(lines);
  }
}
