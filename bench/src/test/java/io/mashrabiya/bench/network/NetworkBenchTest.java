package io.mashrabiya.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.line.LineKind;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.testkit.Needed;
import io.mashrabiya.testkit.line.PacketLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
@Tag("peer")
@Tag("slow")
class NetworkBenchTest {
  private static final Effort BRIEF = new Effort(1, Duration.ofSeconds(1), Duration.ofSeconds(3));
  private static final String[] FIGURES = {
    "first-picture",
    "first-page",
    "age-p50",
    "age-p95",
    "pictures",
    "camera",
    "skipped",
    "live-though-old"
  };

  /// One line of each end.
  @ParameterizedTest
  @EnumSource(names = {"LTE", "DSL"})
  void network_briefly_saysHowOldPicturesAre(Profile profile) throws Exception {
    Needed.that(PacketLine.isAllowed(), "the right to make TUN devices", "running it as root");
    Findings findings = new NetworkBench(profile, () -> LineKind.PACKETS).measure(BRIEF);
    assertThat(findings.figures()).extracting(Figure::name).startsWith(FIGURES);
    assertThat(findings.facts().get("line")).startsWith("packets of IP");
  }

  @Test
  @DisabledOnOs(value = OS.MAC, disabledReason = "answers on one loopback address only")
  void network_byProxy_saysTheSameAndThatItIsOne() throws Exception {
    Findings findings = new NetworkBench(Profile.LTE, () -> LineKind.PROXY).measure(BRIEF);
    assertThat(findings.figures()).extracting(Figure::name).startsWith(FIGURES);
    assertThat(findings.facts().get("line")).startsWith("by proxy");
  }

  @Test
  void unequal_briefly_saysWhatEachSawBesideWhatItSawAlone() throws Exception {
    Needed.that(PacketLine.isAllowed(), "the right to make TUN devices", "running it as root");
    List<Profile> lines = List.of(Profile.FIBRE, Profile.LTE);
    Findings findings = new UnequalBench(lines, () -> LineKind.PACKETS).measure(BRIEF);
    assertThat(findings.figures())
        .extracting(Figure::name)
        .contains("fibre-1.pictures", "lte-page.pictures");
    assertThat(findings.figures()).allMatch(figure -> figure.reference().isPresent());
  }
}
