package io.mashrabiya.media.worker;

import java.time.Duration;

/// How workers are run.
///
/// @param command starts one
/// @param startDeadline within which it must have loaded its libraries; one that follows a slow one
///   has more ([Restarts])
/// @param deadline within which it must answer, and which whoever waits for others before them has
///   as well
/// @param mostResidentBytes what it may take of memory, all told; beyond it is killed
/// @param idle after which a worker that nobody asks is ended
public record DoorSettings(
    WorkerCommand command,
    Duration startDeadline,
    Duration deadline,
    long mostResidentBytes,
    Duration idle) {
  /// For cameras of up to 8K on a small machine.
  public static final DoorSettings DEFAULT =
      new DoorSettings(
          WorkerCommand.DEFAULT,
          Duration.ofSeconds(15),
          Duration.ofSeconds(4),
          400L << 20,
          Duration.ofSeconds(15));
}
