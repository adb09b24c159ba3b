package io.mashrabiya.bench.endurance;

import io.mashrabiya.bench.house.Premises;
import io.mashrabiya.bench.house.Standing;
import io.mashrabiya.bench.process.Memory;
import java.io.IOException;

/// What a home has after so many pictures.
///
/// @param heapBytes what it reaches on its heap after a full collection
/// @param residentBytes of its own process
/// @param workerBytes resident of the processes in which pictures are decoded
record Sample(
    long pictures, long heapBytes, Standing standing, long residentBytes, long workerBytes) {

  /// Takes one, which takes a second or so; the cameras rest meanwhile, so that the newest groups
  /// of pictures are equally long each time.
  static Sample of(Premises premises) throws IOException, InterruptedException {
    ProcessHandle home = premises.home().handle();
    Standing standing = premises.standing();
    long pictures = premises.pictures();
    long residentBytes = Memory.residentBytes(home);
    long workerBytes = 0;
    for (ProcessHandle worker : home.descendants().toList()) {
      workerBytes += Memory.residentBytes(worker);
    }
    return new Sample(pictures, Memory.liveHeapBytes(home), standing, residentBytes, workerBytes);
  }

  /// In words, what it has more than it may have beside an earlier sample: threads and descriptors
  /// none more, and of live heap a share.
  ///
  /// @param heapTolerance by which share of it the heap may grow
  /// @return empty when it is all equal
  String growthSince(Sample earlier, double heapTolerance) {
    var grown = new StringBuilder();
    if (heapBytes > earlier.heapBytes * (1 + heapTolerance)) {
      grown.append(heapBytes - earlier.heapBytes).append(" bytes of heap; ");
    }
    add(grown, standing.threads() - earlier.standing.threads(), "threads");
    add(grown, standing.virtualThreads() - earlier.standing.virtualThreads(), "virtual threads");
    add(grown, standing.descriptors() - earlier.standing.descriptors(), "descriptors");
    return grown.toString().replaceFirst("; $", "");
  }

  private static void add(StringBuilder grown, long more, String what) {
    if (more > 0) {
      grown.append(more).append(' ').append(what).append("; ");
    }
  }
}
