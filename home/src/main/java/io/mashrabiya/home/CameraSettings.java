package io.mashrabiya.home;

import io.mashrabiya.media.rtsp.Credentials;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.source.CameraAddress;
import java.util.Optional;

/// A camera as its owner named it.
///
/// @param name what people call it, once in a household; its id is kept under this name
/// @param address where its pictures are
/// @param credentials what it asks for
public record CameraSettings(
    String name, CameraAddress address, Optional<Credentials> credentials) {
  /// A camera that speaks RTSP.
  public CameraSettings(String name, RtspAddress address, Optional<Credentials> credentials) {
    this(name, new CameraAddress.Rtsp(address), credentials);
  }
}
