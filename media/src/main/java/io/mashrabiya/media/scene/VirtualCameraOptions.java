package io.mashrabiya.media.scene;

import io.mashrabiya.media.rtsp.Credentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/// How a virtual camera is to be.
///
/// @param view what it looks at
/// @param listen where it listens; port 0 takes a free one
/// @param credentials who may look; empty lets everybody in who reaches it
/// @param marks is told of each picture that is drawn
public record VirtualCameraOptions(
    CameraView view,
    InetSocketAddress listen,
    Optional<Credentials> credentials,
    MarkListener marks) {

  /// A camera for everybody on this machine, on a free port.
  public static VirtualCameraOptions of(CameraView view) {
    return new VirtualCameraOptions(
        view,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        Optional.empty(),
        MarkListener.NONE);
  }

  /// The same, listening elsewhere.
  public VirtualCameraOptions listeningOn(InetSocketAddress address) {
    return new VirtualCameraOptions(view, address, credentials, marks);
  }

  /// The same, for those who know these credentials.
  public VirtualCameraOptions onlyFor(Credentials known) {
    return new VirtualCameraOptions(view, listen, Optional.of(known), marks);
  }

  /// The same, telling this listener.
  public VirtualCameraOptions telling(MarkListener listener) {
    return new VirtualCameraOptions(view, listen, credentials, listener);
  }

  /// Without the credentials.
  @Override
  public String toString() {
    return "VirtualCameraOptions[view=%s, listen=%s]".formatted(view, listen);
  }
}
