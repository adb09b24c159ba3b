package io.mashrabiya.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.testkit.Needed;
import io.mashrabiya.testkit.line.PacketLine;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("browser")
@Tag("peer")
@Tag("slow")
class NetworkBenchTest {
  /// One line of each end.
  @ParameterizedTest
  @EnumSource(names = {"LTE", "DSL"})
  void network_briefly_saysHowOldPicturesAre(Profile profile) throws Exception {
    Needed.that(PacketLine.isAllowed(), "the right to make TUN devices", "running it as root");
    Findings findings =
        new NetworkBench(profile)
            .measure(new Effort(1, Duration.ofSeconds(1), Duration.ofSeconds(3)));
    assertThat(findings.figures())
        .extracting(Figure::name)
        .startsWith("first-picture", "age-p50", "age-p95", "live-though-old", "picture-interval");
  }
}
