package io.mashrabiya.home.store;

import io.mashrabiya.vault.keys.KitFile;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What lies in a data folder, looked at without holding or changing it. A home that runs from it
/// may change it in the same moment.
public sealed interface FolderLook {
  /// There is no such folder.
  record Absent() implements FolderLook {}

  /// A folder in which a home may found its household.
  record Unfounded() implements FolderLook {}

  /// Other files are in it.
  record Foreign() implements FolderLook {}

  /// A household that can be served.
  ///
  /// @param kitToMoveAway its recovery kit, while it still lies where it was written
  /// @param isBehind it is an old copy of itself, and a home that runs from it serves nobody
  record Household(Optional<Path> kitToMoveAway, boolean isBehind) implements FolderLook {}

  /// A household that cannot be served.
  ///
  /// @param why what is wrong, for the operator, and then what to do, without anything of the
  ///   content
  record Refused(Sentence why) implements FolderLook {}

  /// Whether a process holds it: a home that runs from it, or that is about to.
  ///
  /// Not for a process that holds it itself: in that one, many systems give the lock up with this.
  ///
  /// @throws IOException when this user cannot know
  static boolean isHeld(Path folder) throws IOException {
    return FolderLock.isHeld(folder);
  }

  /// Looks.
  ///
  /// @throws IOException when it cannot be read
  static FolderLook at(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return new Absent();
    }
    if (!FolderLock.isOurs(folder)) {
      return new Foreign();
    }
    return switch (FolderContent.read(folder)) {
      case FolderContent.Unfounded _ -> new Unfounded();
      case FolderContent.Unfit(Sentence why) -> new Refused(why);
      case FolderContent.Household(var _, HouseholdState state) ->
          new Household(
              state.kit().filter(kit -> new KitFile(kit).stillLies()), state.roster().behind());
    };
  }
}
