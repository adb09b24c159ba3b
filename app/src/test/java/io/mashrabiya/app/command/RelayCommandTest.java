package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An operator at a terminal, with a relay in a process of its own.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RelayCommandTest {
  private static final String SOMEBODY = "k3vf2ohmbrwqd5wcqg6pbvpqhzbkq2mx";
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir private Path folder;
  private String data;
  private Path file;

  @BeforeEach
  void name() {
    data = folder.resolve("relay").toString();
    file = folder.resolve("relay.yaml");
  }

  private Running relay(String... more) throws Exception {
    String[] line = {"relay", "--port", "0", "--data", data, "--config", file.toString()};
    String[] all = java.util.Arrays.copyOf(line, line.length + more.length);
    System.arraycopy(more, 0, all, line.length, more.length);
    return Running.start(all);
  }

  private void write(String text) throws Exception {
    Path fresh = Files.writeString(folder.resolve("relay.yaml.new"), text);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private Said operator(String... words) {
    String[] all = java.util.Arrays.copyOf(words, words.length + 3);
    all[0] = "relay";
    System.arraycopy(words, 0, all, 1, words.length);
    all[all.length - 2] = "--data";
    all[all.length - 1] = data;
    return Said.by(all);
  }

  @Test
  void status_whereNoRelayRuns_saysWhatToDo() {
    Said said = operator("status");
    assertThat(said.code()).isEqualTo(Exit.FAILED.code());
    assertThat(said.err()).contains("No relay runs from " + data, "mashrabiya relay", "--data");
  }

  @Test
  void operator_ofARelayThatRuns_asksAndTellsItThings() throws Exception {
    write("");
    try (Running relay = relay("--admit", "invite")) {
      String origin = relay.await("Relay at (.*)");
      Said status = operator("status");
      assertThat(status.code()).isZero();
      assertThat(status.out()).contains("Relay at " + origin, "0 of 0 homes", "by invite");
      assertThat(operator("status", "--json").out()).startsWith("{\"admission\":\"invite\"");
      assertThat(operator("invite").out().strip()).matches("[a-z2-7]{26}");
      assertThat(operator("suspend", SOMEBODY).err()).contains("is suspended");
      assertThat(operator("admit", SOMEBODY).err()).contains("suspended all the same");
      assertThat(operator("households").out()).contains(SOMEBODY + "  suspended");
      assertThat(operator("resume", SOMEBODY).err()).contains("suspended no more");
      assertThat(operator("dismiss", SOMEBODY).err()).contains("taken in no more");
      Said mistyped = operator("suspend", "nobody");
      assertThat(mistyped.code()).isEqualTo(Exit.USAGE.code());
      assertThat(mistyped.err()).contains("relay households");
    }
  }

  private Said rollout(String... words) {
    return Said.by(
        Stream.of(Stream.of("rollout"), Stream.of(words), Stream.of("--data", data))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  @Test
  void rollout_whereNoRelayRuns_saysWhatToDo() {
    for (Said said :
        List.of(rollout(), rollout("back", "poor-line-stills", "--reason", "because"))) {
      assertThat(said.code()).isEqualTo(Exit.FAILED.code());
      assertThat(said.err()).contains("No relay runs from " + data, "mashrabiya relay", "--data");
    }
  }

  @Test
  void rollout_ofARelayThatRuns_showsAdvancesAndTurnsBack() throws Exception {
    write("");
    try (Running relay = relay("--admit", "invite")) {
      relay.await("Relay at ");
      assertThat(rollout().out().strip())
          .matches("CHANGE +SHARE +HOUSEHOLDS\\Rpoor-line-stills +100% +0 of 0");
      operator("admit", SOMEBODY);
      Said back = rollout("back", "poor-line-stills", "--reason", "the village sees nothing");
      assertThat(back.code()).isZero();
      assertThat(back.err())
          .contains("poor-line-stills is at 0% now, and has reached 0 of 1 known households.");
      assertThat(rollout("advance", "poor-line-stills", "0", "--reason", "more").code())
          .isEqualTo(Exit.FAILED.code());
      assertThat(rollout("advance", "poor-line-stills", "99.99", "--reason", "أول البيوت").err())
          .contains("poor-line-stills is at 99.99% now");
      assertThat(rollout().out())
          .containsPattern("poor-line-stills +99.99% +[01] of 1")
          .containsPattern("TIME +CHANGE +STEP +REASON")
          .containsPattern("20..-.*Z +poor-line-stills +100% to 0% +the village sees nothing")
          .containsPattern("20..-.*Z +poor-line-stills +0% to 99.99% +أول البيوت");
      assertThat(rollout("--json").out())
          .startsWith("{\"changes\":[{\"change\":\"poor-line-stills\",\"known\":1,")
          .contains("\"reason\":\"the village sees nothing\"");
      assertThat(rollout("--lang", "ar").out()).contains("الأسر", "the village sees nothing");
    }
  }

  @Test
  void relay_inAFolderFromWhichOneRuns_saysSo() throws Exception {
    write("relay:\n  admit: open\n");
    try (Running relay = relay()) {
      relay.await("Relay at ");
      try (Running second = relay()) {
        assertThat(second.exitCode()).isEqualTo(Exit.DATA.code());
        assertThat(second.all()).contains("--take-over", "--data").doesNotContain("\tat ");
      }
    }
  }

  @Test
  void configuration_changedWhileItRuns_holdsAtOnceAndTheRestIsSaid() throws Exception {
    write("relay:\n  admit: invite\n");
    try (Running relay = relay()) {
      relay.await("Relay at ");
      write("relay:\n  admit: open\n  quota:\n    invites: 3\nlogging:\n  level: info\n");
      relay.awaitError("relay.admit, relay.quota, logging as it says from now on");
      assertThat(operator("status").out()).contains("by open");
      write("relay:\n  admit: open\n  quota:\n    invites: 3\n  metrics: 9464\n");
      relay.awaitError(
          "all but relay.admit, relay.quota and logging takes effect at the next start");
      write("relay:\n  admit: nobody\n");
      relay.awaitError("everything stays as it is");
      assertThat(operator("status").out()).contains("by open");
    }
  }

  @Test
  void takeOver_byASecondProcess_endsTheFirstAndKeepsTheAddress() throws Exception {
    write("relay:\n  admit: open\n");
    try (Running first = relay()) {
      String origin = first.await("Relay at (.*)");
      assertThat(operator("suspend", SOMEBODY).code()).isZero();
      try (Running second = relay("--take-over")) {
        assertThat(second.await("Relay at (.*)")).isEqualTo(origin);
        assertThat(first.exitCode()).isZero();
        first.awaitError("Another process has taken over.");
        assertThat(operator("status").out()).contains("Relay at " + origin, "1 suspended");
      }
    }
  }

  @Test
  void log_json_isOneObjectALineWithIds() throws Exception {
    write("relay:\n  admit: open\nlogging:\n  format: json\n  level: info\n");
    try (Running first = relay()) {
      first.await("Relay at ");
      try (Running second = relay("--take-over", "--log", "json")) {
        second.await("Relay at ");
        first.awaitError("\"message\":\"another process takes over\",\"time\":\"");
        first.awaitError("{\"level\":\"info\",\"logger\":\"io.mashrabiya.relay\"");
      }
    }
  }

  @Test
  void sigterm_whileItRuns_endsItAndTakesItsSocketAway() throws Exception {
    write("relay:\n  admit: open\n");
    try (Running relay = relay()) {
      relay.await("Relay at ");
      relay.terminate();
      assertThat(relay.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(folder.resolve("relay")).isDirectoryNotContaining("glob:**.sock");
    }
  }
}
