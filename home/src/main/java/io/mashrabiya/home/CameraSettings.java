package io.mashrabiya.home;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.source.CameraAddress;
import java.util.Optional;

/// A camera as its owner named it.
///
/// @param name what people call it, once in a household; its id is kept under this name
/// @param address where its pictures are
/// @param credentials what it asks for
/// @param sub its smaller stream in H.264, where the owner named one; it goes before the one that a
///   camera names itself
public record CameraSettings(
    String name,
    CameraAddress address,
    Optional<Credentials> credentials,
    Optional<SubStreamSettings> sub) {
  /// A camera of which no smaller stream is named.
  public CameraSettings(String name, CameraAddress address, Optional<Credentials> credentials) {
    this(name, address, credentials, Optional.empty());
  }

  /// A camera that speaks RTSP.
  public CameraSettings(String name, RtspAddress address, Optional<Credentials> credentials) {
    this(name, new CameraAddress.Rtsp(address), credentials);
  }

  /// The same, asking for these.
  public CameraSettings askingFor(Credentials others) {
    return new CameraSettings(name, address, Optional.of(others), sub);
  }

  /// The same with a smaller stream.
  public CameraSettings with(SubStreamSettings smaller) {
    return new CameraSettings(name, address, credentials, Optional.of(smaller));
  }
}
