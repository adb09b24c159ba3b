package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `doctor --browser`, with a real browser that opens the link.
@ChromiumTest
@Timeout(value = 300)
class DoctorBrowserTest {
  @TempDir private Path folder;

  @Test
  void browser_thatOpensTheLink_isExamined(Tab tab) throws Exception {
    Path config = Files.writeString(folder.resolve("house.yaml"), "relay:\n  listen: 0\n");
    try (Running doctor =
        Running.start(
            "doctor",
            "--browser",
            "--data",
            folder.resolve("data").toString(),
            "--config",
            config.toString())) {
      doctor.awaitError("page.html");
      Matcher link = Pattern.compile("http://localhost:[0-9]+/[^ \n]*").matcher(doctor.all());
      assertThat(link.find()).isTrue();
      tab.page().navigate(link.group());
      doctor.await("It has signatures \\(Ed25519\\)");
      doctor.await("It has pictures in H.264 \\(WebCodecs\\)");
      doctor.await("Faults: 0");
      assertThat(doctor.exitCode()).isZero();
      assertThat(tab.complaints()).isEmpty();
    }
  }
}
