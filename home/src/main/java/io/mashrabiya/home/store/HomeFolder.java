package io.mashrabiya.home.store;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.KeyFile;
import io.mashrabiya.vault.keys.KitFile;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A household's data folder (docs/ref/data-folder.md): its keys, its state and its newest stills.
/// One process holds it at a time.
///
/// Guarantee: what is stored is on the disk when the call returns, whole; a damaged folder is
/// refused and never taken for a new household. Not guaranteed: that it is the newest copy; a
/// device may tell.
///
/// Any thread may call.
public final class HomeFolder implements AutoCloseable {
  private final Path folder;
  private final FolderLock lock;
  private final KeyFile keyFile;
  private final StillFiles stills;
  private HouseholdKeys keys;
  private HouseholdState state;

  /// What came of opening one.
  public sealed interface Opening {
    record Opened(HomeFolder folder) implements Opening {}

    /// Another process has it.
    ///
    /// @param why what is wrong, for the operator, and then what to do
    record InUse(Sentence why) implements Opening {}

    /// It holds something, and not a household that can be served.
    ///
    /// @param why what is wrong, for the operator, and then what to do
    record Refused(Sentence why) implements Opening {}
  }

  private HomeFolder(Path folder, FolderLock lock, HouseholdKeys keys, HouseholdState state) {
    this.folder = folder;
    this.lock = lock;
    this.keyFile = new KeyFile(folder.resolve(FolderContent.KEYS));
    this.stills = new StillFiles(folder.resolve(StillFiles.NAME));
    this.keys = keys;
    this.state = state;
  }

  /// Opens the folder, and founds a household in it if it is empty.
  public static Opening open(Path folder, Founding founding, InstantSource wall)
      throws IOException {
    FolderLock.prepare(folder);
    if (!FolderLock.isOurs(folder)) {
      return new Opening.Refused(
          say("{0} holds other files.", folder)
              .then("Name an empty folder for the home's data, or a new one."));
    }
    Optional<FolderLock> lock = FolderLock.take(folder);
    if (lock.isEmpty()) {
      return new Opening.InUse(
          say("Another Mashrabiya runs from {0}.", folder)
              .then("Stop it, or name another data folder."));
    }
    OwnFile.clearUnfinished(folder);
    new Succession(folder).finish();
    Opening opening = read(folder, lock.get(), founding, wall);
    if (!(opening instanceof Opening.Opened)) {
      lock.get().close();
    }
    return opening;
  }

  private static Opening read(Path folder, FolderLock lock, Founding founding, InstantSource wall)
      throws IOException {
    return switch (FolderContent.read(folder)) {
      case FolderContent.Unfounded _ -> found(folder, lock, founding, wall);
      case FolderContent.Unfit(Sentence why) -> new Opening.Refused(why);
      case FolderContent.Household(HouseholdKeys keys, HouseholdState state) ->
          new Opening.Opened(new HomeFolder(folder, lock, keys, state));
    };
  }

  /// Until all of it is on the disk a mark says that it is not: whatever was cut short before was
  /// served to nobody, and is begun anew.
  private static Opening found(Path folder, FolderLock lock, Founding founding, InstantSource wall)
      throws IOException {
    Optional<Path> kit = founding.kit().map(Path::toAbsolutePath);
    if (kit.isPresent() && Files.exists(kit.get())) {
      boolean isOurs = Files.exists(folder.resolve(FolderContent.FOUNDING));
      return new Opening.Refused(isOurs ? uselessKit(kit.get()) : kitInTheWay(kit.get()));
    }
    OwnFile.replace(folder, FolderContent.FOUNDING, new byte[0]);
    RootKey root = RootKey.generate();
    HouseholdKeys keys = HouseholdKeys.found(root, wall.instant());
    HouseholdState state = HouseholdState.founded(founding.name(), kit);
    HomeFolder home = new HomeFolder(folder, lock, keys, state);
    home.keyFile.write(keys);
    home.update(same -> same);
    if (kit.isPresent()) {
      BackupKey.of(root).write(folder);
      new KitFile(kit.get()).write(root);
    }
    OwnFile.delete(folder, FolderContent.FOUNDING);
    return new Opening.Opened(home);
  }

  private static Sentence kitInTheWay(Path kit) {
    return say("{0} exists.", kit)
        .then("Name another file for the recovery kit, or move that one away.");
  }

  private static Sentence uselessKit(Path kit) {
    return say(
            "The first start was cut short, and the recovery kit in {0} belongs to no household.",
            kit)
        .then("Delete it and start again.");
  }

  public HouseholdId household() {
    return keys().household();
  }

  public synchronized HouseholdKeys keys() {
    return keys;
  }

  public synchronized HouseholdState state() {
    return state;
  }

  /// Stores what `change` makes of the state, and only then makes it the state.
  public synchronized HouseholdState update(UnaryOperator<HouseholdState> change)
      throws IOException {
    HouseholdState changed = change.apply(state);
    OwnFile.replace(folder, FolderContent.STATE, StateFormat.bytes(changed));
    state = changed;
    return changed;
  }

  /// Stores the household's cameras ([HouseholdState#withCameras]). Stills of those that no name
  /// leads to any more are deleted, with their keys.
  public synchronized HouseholdState cameras(Collection<String> names, Supplier<CameraId> fresh)
      throws IOException {
    HouseholdState changed = update(state -> state.withCameras(names, fresh));
    for (CameraId camera : keys.stills().keySet()) {
      if (!changed.cameras().containsValue(camera)) {
        stills.delete(camera); // first: what is cut short here is done the next time
        HouseholdKeys fewer = keys.withoutStill(camera);
        keyFile.write(fewer);
        keys = fewer;
      }
    }
    return changed;
  }

  /// Stores a camera's newest still, after its key where that is a new one.
  public synchronized void storeStill(CameraId camera, StillKey key, SealedFrame still)
      throws IOException {
    if (!key.equals(keys.stills().get(camera))) {
      HouseholdKeys changed = keys.withStill(camera, key);
      keyFile.write(changed);
      keys = changed;
    }
    stills.write(camera, still);
  }

  /// The newest still that was stored, which opens with the key in [#keys].
  public synchronized Optional<SealedFrame> storedStill(CameraId camera) throws IOException {
    StillKey key = keys.stills().get(camera);
    return key == null ? Optional.empty() : stills.read(camera, key);
  }

  /// The recovery kit, while it still lies where it was written and is to be moved away.
  public Optional<Path> kitToMoveAway() {
    return state().kit().filter(path -> new KitFile(path).stillLies());
  }

  /// Gives the folder to the next.
  @Override
  public void close() throws IOException {
    lock.close();
  }

  @Override
  public String toString() {
    return "HomeFolder[" + household() + "]";
  }
}
