package io.mashrabiya.media.scene;

import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.address.Credentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/// How a virtual camera is to be.
///
/// @param view what it looks at
/// @param listen where it listens; port 0 takes a free one
/// @param credentials who may look; empty lets everybody in who reaches it
/// @param marks is told of each picture that is drawn
/// @param sound how what is heard in a drawn room is encoded; empty for a camera without a
///   microphone, as clips are
public record VirtualCameraOptions(
    CameraView view,
    InetSocketAddress listen,
    Optional<Credentials> credentials,
    MarkListener marks,
    Optional<SoundCodec> sound) {

  /// A camera for everybody on this machine, on a free port.
  public static VirtualCameraOptions of(CameraView view) {
    return new VirtualCameraOptions(
        view,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        Optional.empty(),
        MarkListener.NONE,
        Optional.empty());
  }

  /// The same, listening elsewhere.
  public VirtualCameraOptions listeningOn(InetSocketAddress address) {
    return new VirtualCameraOptions(view, address, credentials, marks, sound);
  }

  /// The same, for those who know these credentials.
  public VirtualCameraOptions onlyFor(Credentials known) {
    return new VirtualCameraOptions(view, listen, Optional.of(known), marks, sound);
  }

  /// The same, telling this listener.
  public VirtualCameraOptions telling(MarkListener listener) {
    return new VirtualCameraOptions(view, listen, credentials, listener, sound);
  }

  /// The same with a microphone.
  public VirtualCameraOptions hearing(SoundCodec codec) {
    return new VirtualCameraOptions(view, listen, credentials, marks, Optional.of(codec));
  }

  /// Without the credentials.
  @Override
  public String toString() {
    return "VirtualCameraOptions[view=%s, listen=%s]".formatted(view, listen);
  }
}
