package io.mashrabiya.home.store;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.KeyFile;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a data folder holds, as far as a home could go on with it. Reading it changes nothing.
sealed interface FolderContent {
  String KEYS = "keys.json";
  String STATE = "state.json";

  /// There from the beginning of the founding until all of it is on the disk.
  String FOUNDING = "founding";

  int MAX_STATE_BYTES = 1 << 20;

  record Household(HouseholdKeys keys, HouseholdState state) implements FolderContent {}

  /// No household yet, or one whose founding was cut short.
  record Unfounded() implements FolderContent {}

  /// Something that cannot be served.
  ///
  /// @param why what is wrong, for the operator, and then what to do
  record Unfit(Sentence why) implements FolderContent {}

  static FolderContent read(Path folder) throws IOException {
    Path current = Succession.current(folder);
    return current.equals(folder) ? readFounded(folder) : readFiles(current);
  }

  private static FolderContent readFounded(Path folder) throws IOException {
    if (Files.exists(folder.resolve(FOUNDING))) {
      return new Unfounded(); // the first start was cut short
    }
    return readFiles(folder);
  }

  private static FolderContent readFiles(Path folder) throws IOException {
    boolean hasState = Files.exists(folder.resolve(STATE));
    return switch (new KeyFile(folder.resolve(KEYS)).read()) {
      case KeyFile.Reading.Held(HouseholdKeys keys) -> readState(folder, keys);
      case KeyFile.Reading.Refused(Sentence why) -> new Unfit(why);
      case KeyFile.Reading.Absent() when hasState ->
          new Unfit(
              say("{0} is gone, but the household's state is there.", folder.resolve(KEYS))
                  .then(
                      "Put back a copy of the keys, or run `mashrabiya home restore --kit` with the"
                          + " recovery kit."));
      case KeyFile.Reading.Absent() -> new Unfounded();
    };
  }

  private static FolderContent readState(Path folder, HouseholdKeys keys) throws IOException {
    Path file = folder.resolve(STATE);
    if (!Files.exists(file)) {
      return new Unfit(
          say("{0} is gone, but the household's keys are there.", file)
              .then("Put back a copy of it, or a backup with `mashrabiya restore`."));
    }
    byte[] text = OwnFile.read(file, MAX_STATE_BYTES);
    if (text.length > MAX_STATE_BYTES) {
      return new Unfit(say("{0} is no state file: it has more than a mebibyte.", file));
    }
    try {
      return new Household(keys, StateFormat.parse(text, keys.household()));
    } catch (Malformed e) {
      return new Unfit(
          say("{0} is damaged ({1}).", file, Told.of(e))
              .then("Put back a copy of the data folder, or a backup with `mashrabiya restore`."));
    }
  }
}
