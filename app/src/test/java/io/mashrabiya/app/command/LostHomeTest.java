package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import io.mashrabiya.wire.letter.RefusedReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What happens to homes, with real processes throughout.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LostHomeTest {
  @TempDir private Path folder;

  /// Nothing is left but the page: the same household, and phones pair again.
  @Test
  void lostDisk_kitAlone_isTheSameHouseholdAndPhonesPairAgain() throws Exception {
    try (Street street = new Street(folder)) {
      Twin old;
      String household;
      try (Running home = street.home("lost")) {
        household = home.await("Household (\\w{32})");
        old = new Twin(Street.link(home), "Old phone");
        old.seesAPictureOfAfter(Instant.EPOCH);
      }
      delete(street.data("lost"));
      Said said = restore(street, "lost");
      assertThat(said.out()).contains(household, "prints a pairing link");
      Instant restored = Instant.now();
      try (Running home = street.home("lost")) {
        assertThat(home.await("Household (\\w{32})")).isEqualTo(household);
        Twin again = new Twin(Street.link(home), "Phone");
        again.seesAPictureOfAfter(restored);
        assertThat(old.turnsAway("not-a-member")).isNotEmpty();
        again.close();
      }
      old.close();
    }
  }

  /// The folder is copied to another machine, and the home there takes the old one's place though
  /// that still runs.
  @Test
  void newMachine_copiedFolderRestored_takesThePlaceOfTheOldHomeThatRunsOn() throws Exception {
    try (Street street = new Street(folder);
        Running old = street.home("old")) {
      Twin phone = new Twin(Street.link(old), "Phone");
      phone.seesAPictureOfAfter(Instant.EPOCH);
      street.copy("old", "new");
      restore(street, "new", "--keep", "Phone");
      Instant restored = Instant.now();
      try (Running home = street.home("new")) {
        old.awaitError("Somebody else proved to be this home");
        phone.seesAPictureOfAfter(restored);
        assertThat(home.all()).doesNotContain("Somebody else");
      }
      phone.close();
    }
  }

  /// An old copy is put back: it serves nobody and says so everywhere, and its owner learns what
  /// happened since, at the terminal, kit in hand.
  @Test
  void oldCopy_thatIsPutBack_saysSo_andServesAgainOnceItsDevicesAreConfirmed() throws Exception {
    try (Street street = new Street(folder)) {
      Twin phone;
      try (Running home = street.home("data")) {
        phone = new Twin(Street.link(home), "Phone");
        phone.seesAPictureOfAfter(Instant.EPOCH);
        end(home);
      }
      street.copy("data", "copy");
      String tablet;
      try (Running home = street.home("data")) {
        Twin later = new Twin(Street.link(home), "Tablet");
        tablet = later.membership().device().toString();
        phone.seesAPictureOfAfter(Instant.EPOCH);
        later.close();
        end(home);
      }
      delete(street.data("data"));
      street.copy("copy", "data");
      try (Running home = street.home("data")) {
        phone.findsOut(() -> home.awaitError("This home: It is an old copy of itself"));
        assertThat(phone.refusal()).isEqualTo(RefusedReason.BEHIND);
        assertThat(home.all()).contains("home restore --kit");
        end(home);
      }
      Said doctor = street.says(new String[] {"doctor"}, "--data", street.data("data").toString());
      assertThat(doctor.code()).isEqualTo(Exit.FAILED.code());
      assertThat(doctor.out()).contains("It is an old copy", "home restore --kit");

      try (Running restore =
          Running.startAtTerminal(
              "home",
              "restore",
              "--kit",
              "-",
              "--data",
              street.data("data").toString(),
              "--config",
              street.configuration().toString())) {
        restore.type(typedKit(street));
        restore.await("1  Phone, there since");
        restore.await("Came after this copy was made, and is to be paired again: " + tablet);
        restore.await("Type all, none, or their numbers");
        restore.type("1\n");
        restore.await("1 device stays");
        assertThat(restore.exitCode()).isZero();
      }
      Instant restored = Instant.now();
      try (Running home = street.home("data")) {
        phone.seesAPictureOfAfter(restored);
        assertThat(home.all()).doesNotContain("old copy");
      }
      phone.close();
    }
  }

  private static Said restore(Street street, String data, String... more) {
    String[] line = {"home", "restore", "--data", street.data(data).toString(), "--kit"};
    return street.done(
        line,
        Stream.concat(Stream.of(street.kit().toString()), Stream.of(more)).toArray(String[]::new));
  }

  /// As from paper: capitals, and the key over two lines.
  private static String typedKit(Street street) throws IOException {
    String page = Files.readString(street.kit());
    String household = page.replaceAll("(?s).*household: (\\w{32}).*", "$1");
    String key = page.replaceAll("(?s).*root key:  ([a-z2-7 ]{64}).*", "$1");
    return "household: %s\nroot key: %s\n%s\n"
        .formatted(
            household, key.substring(0, 35).toUpperCase(java.util.Locale.ROOT), key.substring(35));
  }

  private static void end(Running home) throws Exception {
    home.interrupt();
    home.exitCode();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList().reversed()) {
        Files.delete(each);
      }
    }
  }
}
