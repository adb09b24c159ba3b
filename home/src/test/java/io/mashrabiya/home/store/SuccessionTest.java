package io.mashrabiya.home.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.ids.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A restoring that ends in the middle, wherever that is.
class SuccessionTest {
  @TempDir private Path temp;

  /// As a power cut: what was written stays, and nothing more comes.
  private static final class Cut extends IOException {
    private static final long serialVersionUID = 1;
  }

  /// Keys and state as somebody reads them who looks in that moment.
  private record Seen(HouseholdKeys keys, HouseholdState state) {
    static Seen in(Path folder) throws IOException {
      var read = (FolderContent.Household) FolderContent.read(folder);
      return new Seen(read.keys(), read.state());
    }
  }

  private static Succession cutAfter(int steps, Path folder) {
    int[] left = {steps};
    return new Succession(
        folder,
        () -> {
          if (left[0]-- == 0) {
            throw new Cut();
          }
        });
  }

  @Test
  void carryOut_cutShortAtEachStep_leavesTheOldOrTheNewAndNothingOfBoth() throws Exception {
    int steps = 0;
    boolean isOver = false;
    List<Boolean> renewed = new ArrayList<>();
    while (!isOver) {
      Path folder = temp.resolve("data-" + steps);
      Founded founded = Founded.in(folder, "Phone", "Tablet");
      Seen before = Seen.in(folder);
      isOver = !cut(founded, steps);
      Seen left = Seen.in(folder);
      assertThat(FolderLook.at(folder)).isInstanceOf(FolderLook.Household.class);
      assertOldOrNew(left, before, founded);
      try (HomeFolder home = founded.open()) {
        assertThat(new Seen(home.keys(), home.state())).isEqualTo(left);
        assertThat(Seen.in(folder)).isEqualTo(left);
      }
      assertNothingIsLeftOver(folder);
      renewed.add(!left.equals(before));
      steps++;
    }
    assertThat(renewed).startsWith(false, false, false).endsWith(true, true, true).isSorted();
    assertThat(steps).as("every change of the disk was cut").isGreaterThan(10);
  }

  /// Whether it was cut before its end.
  private static boolean cut(Founded founded, int steps) throws IOException {
    return cut(founded.folder(), founded.root(), Set.of(founded.device("Phone")), steps);
  }

  private static boolean cut(Path folder, RootKey root, Set<DeviceId> kept, int steps)
      throws IOException {
    try (Recovery recovery =
        ((Recovery.Beginning.Ready) Recovery.begin(folder, root, Optional.empty(), "House"))
            .recovery()) {
      recovery.finish(kept, Optional.empty(), Founded.NOW.plusSeconds(9), cutAfter(steps, folder));
      return false;
    } catch (Cut cut) {
      return true;
    }
  }

  private static void assertOldOrNew(Seen left, Seen before, Founded founded) {
    if (left.keys().equals(before.keys())) {
      assertThat(left).isEqualTo(before);
    } else {
      assertThat(left.keys().certificate().serial())
          .isGreaterThan(before.keys().certificate().serial());
      assertThat(left.state().roster().members().keySet()).containsExactly(founded.device("Phone"));
    }
  }

  private static void assertNothingIsLeftOver(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("backup.json", "keys.json", "lock", "state.json");
    }
  }

  /// The kit alone in a new folder, cut short: nothing is there, or all of it.
  @Test
  void carryOut_intoAnEmptyFolderCutShortAtEachStep_leavesNothingOrTheHousehold() throws Exception {
    Founded elsewhere = Founded.in(temp.resolve("elsewhere"));
    boolean isOver = false;
    for (int steps = 0; !isOver; steps++) {
      Path folder = temp.resolve("data-" + steps);
      isOver = !cut(folder, elsewhere.root(), Set.of(), steps);
      assertThat(FolderLook.at(folder))
          .isInstanceOfAny(FolderLook.Unfounded.class, FolderLook.Household.class);
      try (Recovery again =
          ((Recovery.Beginning.Ready)
                  Recovery.begin(folder, elsewhere.root(), Optional.empty(), "House"))
              .recovery()) {
        again.finish(Set.of(), Optional.empty(), Founded.NOW.plusSeconds(20));
      }
      assertThat(Seen.in(folder).keys().household()).isEqualTo(elsewhere.keys().household());
      assertNothingIsLeftOver(folder);
    }
  }

  /// The next home that opens the folder carries it through before it does anything else.
  @Test
  void finish_againAndAgain_changesNothingMore() throws Exception {
    Path folder = temp.resolve("data");
    Founded founded = Founded.in(folder, "Phone");
    assertThat(cut(founded, 5)).isTrue();
    Seen left = Seen.in(folder);
    for (int steps = 0; steps < 9; steps++) {
      Succession cut = cutAfter(steps, folder);
      try {
        cut.finish();
      } catch (Cut again) {
        assertThat(Seen.in(folder)).isEqualTo(left);
      }
    }
    assertThat(Seen.in(folder)).isEqualTo(left);
    assertThatThrownBy(() -> Files.list(folder.resolve(Succession.NAME)).close())
        .isInstanceOf(IOException.class);
  }
}
