package io.mashrabiya.home;

import io.mashrabiya.wire.link.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a home is to run.
///
/// @param data its folder: keys, members, stills; one process at a time
/// @param relay the only relay that it signs for
/// @param name of the household, for people
/// @param kit where the recovery kit goes at the first start; empty: the root is forgotten without
///   one
public record HomeOptions(
    Path data, Origin relay, String name, List<CameraSettings> cameras, Optional<Path> kit) {
  public HomeOptions {
    cameras = List.copyOf(cameras);
  }
}
