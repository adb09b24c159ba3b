package io.mashrabiya.home.store;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.authority.Member;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A household that its recovery kit brings back into a data folder: with nothing but itself, with
/// a backup, or with what lies there, as after a move to a new machine or where the copy is an old
/// one.
///
/// Guarantee: nothing in the folder changes before [#finish], and then all of it in one step
/// ([Succession]): the home has new keys under a certificate of a higher serial, by which devices
/// and relay know it from every older copy, and only the devices that were confirmed belong to it.
/// Not guaranteed: that the list to confirm is the newest; it tells what is known.
///
/// Holds the folder until it is closed. One thread's.
public final class Recovery implements AutoCloseable {
  private final Path folder;
  private final FolderLock lock;
  private final RootKey root;
  private final Found found;

  /// What there is to go on with.
  ///
  /// @param last serial that the home is known to have had; 0: none
  /// @param newest member list that a device has shown, newer than `state`
  private record Found(HouseholdState state, long last, Optional<MemberList> newest) {}

  /// What came of looking.
  public sealed interface Beginning {
    record Ready(Recovery recovery) implements Beginning {}

    /// Another process has the folder.
    ///
    /// @param why what is wrong, for the operator, and then what to do
    record InUse(Sentence why) implements Beginning {}

    /// It cannot go on.
    ///
    /// @param why what is wrong, for the operator, and then what to do
    record Refused(Sentence why) implements Beginning {}
  }

  private sealed interface Looked {
    record Fit(Found found) implements Looked {}

    record Unfit(Sentence why) implements Looked {}
  }

  private Recovery(Path folder, FolderLock lock, RootKey root, Found found) {
    this.folder = folder;
    this.lock = lock;
    this.root = root;
    this.found = found;
  }

  /// Looks at what is there, and holds the folder.
  ///
  /// @param name what people call the household, where nothing says it
  public static Beginning begin(Path folder, RootKey root, Optional<Backup> backup, String name)
      throws IOException {
    FolderLock.prepare(folder);
    if (!FolderLock.isOurs(folder)) {
      return new Beginning.Refused(
          say("{0} holds other files.", folder)
              .then("Name the home's data folder, or an empty one."));
    }
    Optional<FolderLock> lock = FolderLock.take(folder);
    if (lock.isEmpty()) {
      return new Beginning.InUse(
          say("A home runs from {0}.", folder).then("Stop it, then run this again."));
    }
    OwnFile.clearUnfinished(folder);
    new Succession(folder).finish();
    return switch (look(folder, root, backup, name)) {
      case Looked.Fit(Found found) ->
          new Beginning.Ready(new Recovery(folder, lock.get(), root, found));
      case Looked.Unfit(Sentence why) -> {
        lock.get().close();
        yield new Beginning.Refused(why);
      }
    };
  }

  private static Looked look(Path folder, RootKey root, Optional<Backup> backup, String name)
      throws IOException {
    return switch (Remains.in(folder, root.household())) {
      case Remains.OfAnother(HouseholdId other) ->
          new Looked.Unfit(
              say("{0} holds another household, {1}.", folder, other)
                  .then("Name another folder, or the kit that belongs to it."));
      case Remains.Unreadable(Sentence why) -> new Looked.Unfit(why);
      case Remains.Nothing() -> new Looked.Fit(fromElsewhere(backup, 0, name));
      case Remains.Keys(long serial) ->
          backup.isPresent()
              ? new Looked.Fit(fromElsewhere(backup, serial, name))
              : new Looked.Unfit(
                  say("{0} holds the household's keys but not its state.", folder)
                      .then("Name a backup with --from, or an empty folder."));
      case Remains.State(HouseholdState state) ->
          whole(folder, backup, new Found(state, 0, Optional.empty()));
      case Remains.Whole(HouseholdKeys keys, HouseholdState state) ->
          whole(
              folder,
              backup,
              new Found(state, keys.certificate().serial(), state.newest(keys.certificate())));
    };
  }

  private static Looked whole(Path folder, Optional<Backup> backup, Found found) {
    return backup.isEmpty()
        ? new Looked.Fit(found)
        : new Looked.Unfit(
            say("{0} holds this household's devices already.", folder)
                .then(
                    "Leave --from out to go on with them, or name an empty folder for the backup."));
  }

  private static Found fromElsewhere(Optional<Backup> backup, long last, String name) {
    return backup
        .map(from ->
            new Found(
                from.state(),
                Math.max(last, from.certificate().serial()),
                from.state().newest(from.certificate())))
        .orElseGet(() ->
            new Found(HouseholdState.founded(name, Optional.empty()), last, Optional.empty()));
  }

  public HouseholdId household() {
    return root.household();
  }

  /// What people call it.
  public String name() {
    return found.state.name();
  }

  /// The devices that are known here, for the household's owner to confirm.
  public List<Member> devices() {
    return List.copyOf(found.state.roster().members().values());
  }

  /// Whether the newest member list that a device has shown is without this one: it was removed
  /// after this copy was made.
  public boolean isMissingLater(DeviceId device) {
    return found.newest.filter(list -> !list.members().containsKey(device)).isPresent();
  }

  /// Those that came in after this copy was made, as far as is known: they have to be paired again.
  public List<DeviceId> cameLater() {
    return found.newest.stream()
        .flatMap(list -> list.members().keySet().stream())
        .filter(device -> !found.state.roster().members().containsKey(device))
        .toList();
  }

  /// Makes it the household's state. When it returns, it is on the disk.
  ///
  /// @param kept of [#devices]; all others are struck
  /// @param kit where the kit lies, if it is a file: its owner is reminded while it lies there
  public void finish(Set<DeviceId> kept, Optional<Path> kit, Instant now) throws IOException {
    finish(kept, kit, now, new Succession(folder));
  }

  void finish(Set<DeviceId> kept, Optional<Path> kit, Instant now, Succession succession)
      throws IOException {
    succession.carryOut(
        HouseholdKeys.renewed(root, found.last, now),
        found.state.confirmed(kept, kit.map(Path::toAbsolutePath), now),
        BackupKey.of(root));
  }

  /// Gives the folder to the next.
  @Override
  public void close() throws IOException {
    lock.close();
  }

  @Override
  public String toString() {
    return "Recovery[" + household() + "]";
  }
}
