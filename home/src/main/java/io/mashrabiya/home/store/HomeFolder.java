package io.mashrabiya.home.store;

import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.KeyFile;
import io.mashrabiya.vault.keys.KitFile;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.vault.keys.StillKey;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
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
  private static final String KEYS = "keys.json";
  private static final String STATE = "state.json";
  private static final String STILLS = "stills";

  /// There from the beginning of the founding until all of it is on the disk.
  private static final String FOUNDING = "founding";

  private static final int MAX_STATE_BYTES = 1 << 20;

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
    /// @param why a sentence for the operator
    record InUse(String why) implements Opening {}

    /// It holds something, and not a household that can be served.
    ///
    /// @param why a sentence for the operator, with what to do
    record Refused(String why) implements Opening {}
  }

  private HomeFolder(Path folder, FolderLock lock, HouseholdKeys keys, HouseholdState state) {
    this.folder = folder;
    this.lock = lock;
    this.keyFile = new KeyFile(folder.resolve(KEYS));
    this.stills = new StillFiles(folder.resolve(STILLS));
    this.keys = keys;
    this.state = state;
  }

  /// Opens the folder, and founds a household in it if it is empty.
  public static Opening open(Path folder, Founding founding, InstantSource wall)
      throws IOException {
    FolderLock.prepare(folder);
    if (!FolderLock.isOurs(folder)) {
      return new Opening.Refused(
          folder + " holds other files: name an empty folder for the home's data, or a new one");
    }
    Optional<FolderLock> lock = FolderLock.take(folder);
    if (lock.isEmpty()) {
      return new Opening.InUse(
          "another Mashrabiya runs from " + folder + ": stop it, or name another data folder");
    }
    OwnFile.clearUnfinished(folder);
    Opening opening = read(folder, lock.get(), founding, wall);
    if (!(opening instanceof Opening.Opened)) {
      lock.get().close();
    }
    return opening;
  }

  private static Opening read(Path folder, FolderLock lock, Founding founding, InstantSource wall)
      throws IOException {
    if (Files.exists(folder.resolve(FOUNDING))) {
      return found(folder, lock, founding, wall); // the first start was cut short
    }
    boolean hasState = Files.exists(folder.resolve(STATE));
    return switch (new KeyFile(folder.resolve(KEYS)).read()) {
      case KeyFile.Reading.Held(HouseholdKeys keys) -> readState(folder, lock, keys);
      case KeyFile.Reading.Refused(String why) -> new Opening.Refused(why);
      case KeyFile.Reading.Absent() when hasState ->
          new Opening.Refused(
              folder.resolve(KEYS)
                  + " is gone, but the household's state is there: put back a copy of the keys, or"
                  + " use the recovery kit");
      case KeyFile.Reading.Absent() -> found(folder, lock, founding, wall);
    };
  }

  private static Opening readState(Path folder, FolderLock lock, HouseholdKeys keys)
      throws IOException {
    Path file = folder.resolve(STATE);
    if (!Files.exists(file)) {
      return new Opening.Refused(
          file + " is gone, but the household's keys are there: put back a copy of it");
    }
    byte[] text = OwnFile.read(file, MAX_STATE_BYTES);
    if (text.length > MAX_STATE_BYTES) {
      return new Opening.Refused(file + " is no state file: it has more than a mebibyte");
    }
    try {
      HouseholdState state = StateFormat.parse(text, keys.household());
      return new Opening.Opened(new HomeFolder(folder, lock, keys, state));
    } catch (Malformed e) {
      return new Opening.Refused(
          file + " is damaged (" + e.getMessage() + "): put back a copy of the data folder");
    }
  }

  /// Until all of it is on the disk a mark says that it is not: whatever was cut short before was
  /// served to nobody, and is begun anew.
  private static Opening found(Path folder, FolderLock lock, Founding founding, InstantSource wall)
      throws IOException {
    Optional<Path> kit = founding.kit().map(Path::toAbsolutePath);
    if (kit.isPresent() && Files.exists(kit.get())) {
      boolean isOurs = Files.exists(folder.resolve(FOUNDING));
      return new Opening.Refused(isOurs ? uselessKit(kit.get()) : kitInTheWay(kit.get()));
    }
    OwnFile.replace(folder, FOUNDING, new byte[0]);
    RootKey root = RootKey.generate();
    HouseholdKeys keys = HouseholdKeys.found(root, wall.instant());
    HouseholdState state = HouseholdState.founded(founding.name(), kit);
    HomeFolder home = new HomeFolder(folder, lock, keys, state);
    home.keyFile.write(keys);
    home.update(same -> same);
    if (kit.isPresent()) {
      new KitFile(kit.get()).write(root);
    }
    OwnFile.delete(folder, FOUNDING);
    return new Opening.Opened(home);
  }

  private static String kitInTheWay(Path kit) {
    return kit + " exists: name another file for the recovery kit, or move that one away";
  }

  private static String uselessKit(Path kit) {
    return "the first start was cut short, and the recovery kit in "
        + kit
        + " belongs to no household: delete it and start again";
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
    OwnFile.replace(folder, STATE, StateFormat.bytes(changed));
    state = changed;
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
