package io.mashrabiya.home.door;

import java.util.Optional;

/// What is asked of the [LocalDoor], by the first line of an HTTP/1.1 request (RFC 9112, section
/// 3).
sealed interface DoorRequest permits SnapshotRequest, CamerasRequest {
  /// Empty when the line asks for nothing that is given here.
  static Optional<DoorRequest> read(String line) {
    return CamerasRequest.isMeant(line)
        ? Optional.of(new CamerasRequest())
        : SnapshotRequest.read(line).map(DoorRequest.class::cast);
  }
}
