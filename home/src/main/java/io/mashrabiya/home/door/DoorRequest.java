package io.mashrabiya.home.door;

import java.util.Optional;

/// What is asked of the [LocalDoor], by the first line of an HTTP/1.1 request (RFC 9112, section
/// 3).
sealed interface DoorRequest permits SnapshotRequest, CamerasRequest, InviteRequest {
  /// Empty when the line asks for nothing that is given here.
  static Optional<DoorRequest> read(String line) {
    if (CamerasRequest.isMeant(line)) {
      return Optional.of(new CamerasRequest());
    }
    return InviteRequest.read(line)
        .map(DoorRequest.class::cast)
        .or(() -> SnapshotRequest.read(line));
  }
}
