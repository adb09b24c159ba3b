package io.mashrabiya.home.store;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.KeyFile;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What is left of a household in a data folder, where [FolderContent] asks for all of it.
sealed interface Remains {
  /// Nothing, or a first start that was cut short.
  record Nothing() implements Remains {}

  record Whole(HouseholdKeys keys, HouseholdState state) implements Remains {}

  /// Its keys alone; the state is gone or damaged.
  ///
  /// @param serial of their certificate
  record Keys(long serial) implements Remains {}

  /// Its state alone, which does not say whose it is.
  record State(HouseholdState state) implements Remains {}

  record OfAnother(HouseholdId household) implements Remains {}

  /// It cannot be told whose it is.
  ///
  /// @param why what is wrong, for the operator, and then what to do
  record Unreadable(Sentence why) implements Remains {}

  static Remains in(Path folder, HouseholdId expected) throws IOException {
    if (Files.exists(folder.resolve(FolderContent.FOUNDING))) {
      return new Nothing();
    }
    Optional<HouseholdState> state = state(folder, expected);
    return switch (new KeyFile(folder.resolve(FolderContent.KEYS)).read()) {
      case KeyFile.Reading.Held(HouseholdKeys keys) when !keys.household().equals(expected) ->
          new OfAnother(keys.household());
      case KeyFile.Reading.Held(HouseholdKeys keys) ->
          state
              .<Remains>map(whole -> new Whole(keys, whole))
              .orElseGet(() -> new Keys(keys.certificate().serial()));
      case KeyFile.Reading.Absent() -> withoutKeys(folder, state);
      case KeyFile.Reading.Refused(Sentence why) ->
          new Unreadable(
              why.then(
                  "New keys are made here anyway: move that file out of the folder and run this again."));
    };
  }

  private static Remains withoutKeys(Path folder, Optional<HouseholdState> state) {
    if (state.isPresent()) {
      return new State(state.get());
    }
    Path file = folder.resolve(FolderContent.STATE);
    return Files.exists(file)
        ? new Unreadable(
            say("{0} is damaged.", file).then("Move it out of the folder and run this again."))
        : new Nothing();
  }

  private static Optional<HouseholdState> state(Path folder, HouseholdId household)
      throws IOException {
    Path file = folder.resolve(FolderContent.STATE);
    try {
      return Files.exists(file)
          ? Optional.of(
              StateFormat.parse(OwnFile.read(file, FolderContent.MAX_STATE_BYTES), household))
          : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }
}
