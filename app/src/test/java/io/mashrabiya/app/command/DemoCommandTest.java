package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.enrol.InviteSecret;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.ids.HouseholdId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DemoCommandTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path data;

  @Test
  void demo_itsLinks_openOneHouseholdEachAndEnterPrintsFreshOnes() throws Exception {
    try (Running demo =
        Running.start("demo", "--port", "0", "--data", data.toString(), "--no-open")) {
      List<PairingLink> first = links(demo);
      assertThat(first.get(0).household()).isNotEqualTo(first.get(1).household());
      new Guest(PATIENCE).lookBy(first.get(0));

      demo.type("\n");
      List<PairingLink> fresh = links(demo);
      assertThat(fresh).extracting(PairingLink::household).isEqualTo(households(first));
      assertThat(fresh).extracting(PairingLink::secret).doesNotContainAnyElementsOf(secrets(first));
      new Guest(PATIENCE).lookBy(fresh.get(1));

      demo.interrupt();
      assertThat(demo.exitCode()).isEqualTo(130);
      assertThat(demo.all()).doesNotContain("Exception");
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "lte, like lte: 12 Mbit/s to the browser",
    "dsl, like dsl: 1 Mbit/s from the homes",
  })
  void demo_onALine_tellsItAndIsReachedOverIt(String name, String told) throws Exception {
    try (Running demo =
        Running.start(
            "demo", "--port", "0", "--data", data.toString(), "--no-open", "--network", name)) {
      demo.await(told);
      new Guest(PATIENCE).lookBy(links(demo).get(0));
      demo.interrupt();
      assertThat(demo.exitCode()).isEqualTo(130);
      assertThat(demo.all()).doesNotContain("Exception");
    }
  }

  /// The two that are printed together.
  private static List<PairingLink> links(Running demo) throws Exception {
    List<PairingLink> links = List.of(link(demo), link(demo));
    demo.await("Enter prints fresh links");
    return links;
  }

  private static PairingLink link(Running demo) throws Exception {
    return PairingLink.parse(demo.await("  (http://localhost:\\d+/#pair/\\S+)\\R"));
  }

  private static List<HouseholdId> households(List<PairingLink> links) {
    return links.stream().map(PairingLink::household).toList();
  }

  private static List<InviteSecret> secrets(List<PairingLink> links) {
    return links.stream().map(PairingLink::secret).toList();
  }
}
