package io.mashrabiya.proof.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.proof.replay.Player.Replayed;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people run is what was proven: the viewer makes the same of all that devices hear in the
/// histories of lies, delivery by delivery. `./dev prove --viewer` goes on from other seeds.
@ChromiumTest
class TraceReplayTest {
  private static final long SEED = 2019_12_26;
  private static final long DELIVERIES = 100_000;

  @TempDir Path folder;

  @Test
  void verdicts_onAHundredThousandDeliveriesFullOfLies_areJavas(Tab tab) throws Exception {
    try (Player player = new Player(tab.page(), ScriptPage.bundled("replay/player.js"))) {
      Replayed whole = ProveViewer.played(player, folder, SEED, DELIVERIES);

      assertThat(whole.difference()).isEmpty();
      assertThat(whole.deliveries()).isGreaterThanOrEqualTo(DELIVERIES);
      assertThat(whole.verdicts()).isGreaterThan(DELIVERIES / 2);
    }
  }
}
