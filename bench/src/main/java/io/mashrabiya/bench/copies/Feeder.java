package io.mashrabiya.bench.copies;

import io.mashrabiya.bench.ingest.CameraKind;
import io.mashrabiya.bench.ingest.Recording;
import io.mashrabiya.home.live.CopySize;
import io.mashrabiya.media.worker.DoorEvent;
import io.mashrabiya.media.worker.DoorSettings;
import io.mashrabiya.media.worker.WorkerDoor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A process that has small copies made as a home does: by a worker process for each, which goes on
/// where it was when it is wanted again.
///
/// Its one argument is the folder of the recordings. It obeys `copy CAMERA SIZE MILLIS`, in the
/// names of [CameraKind] and [CopySize], and says `copied N` once all of the N pictures that it fed
/// in that time are worked on.
final class Feeder {
  /// Kept, because the log manager holds its loggers weakly.
  private static final Logger HOUSE = Logger.getLogger("io.mashrabiya");

  private static final DoorSettings SETTINGS =
      new DoorSettings(
          DoorSettings.DEFAULT.command(),
          DoorSettings.DEFAULT.startDeadline(),
          DoorSettings.DEFAULT.deadline(),
          DoorSettings.DEFAULT.mostResidentBytes(),
          Duration.ofDays(1)); // others have their turns meanwhile

  private final Path folder;
  private final WorkerDoor door;
  private final Map<String, Feed> feeds = new HashMap<>();
  private long fed;

  private Feeder(Path folder, WorkerDoor door) {
    this.folder = folder;
    this.door = door;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    HOUSE.setLevel(Level.WARNING); // as the command does
    try (WorkerDoor door = WorkerDoor.open(SETTINGS)) {
      new Feeder(Path.of(arguments[0]), door).obey();
    }
  }

  private void obey() throws IOException, InterruptedException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] words = line.split(" ", -1);
      Duration length = Duration.ofMillis(Long.parseLong(words[3]));
      System.out.println("copied " + copy(feed(words[1], words[2]), length));
    }
  }

  private Feed feed(String camera, String size) throws IOException {
    String both = camera + " " + size;
    if (!feeds.containsKey(both)) {
      CameraKind kind = CameraKind.valueOf(camera);
      var frames = Recording.in(folder, kind).frames();
      feeds.put(both, new Feed(door, kind, frames, CopySize.valueOf(size)));
    }
    return feeds.get(both);
  }

  private long copy(Feed feed, Duration length) throws IOException, InterruptedException {
    long pictures = feed.play(length);
    fed += pictures;
    while (door.counters().of(DoorEvent.REQUEST) < fed + feeds.size()) { // each was opened, too
      Thread.sleep(1);
    }
    long lost = door.counters().of(DoorEvent.FRAME_DROPPED) + door.counters().of(DoorEvent.FAILURE);
    if (lost > 0) {
      throw new IOException("the bench's worker left out pictures: " + door.counters());
    }
    return pictures;
  }
}
