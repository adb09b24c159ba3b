package io.mashrabiya.media.source;

import io.mashrabiya.media.address.ShownUrl;
import io.mashrabiya.media.http.HttpAddress;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.nio.file.Path;

/// Where a camera is and what it speaks; without user name and password. [#toString()] is the URL
/// as a person types it, [#shown()] as it may be shown.
public sealed interface CameraAddress {
  /// The URL, without a password that its path or query may name.
  default String shown() {
    return ShownUrl.of(toString());
  }

  /// A camera that speaks RTSP.
  record Rtsp(RtspAddress address) implements CameraAddress {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /// A camera that gives JPEG pictures over HTTP.
  record Http(HttpAddress address) implements CameraAddress {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /// A camera that says over ONVIF where its streams are.
  record Onvif(ServiceAddress service) implements CameraAddress {
    @Override
    public String toString() {
      return OnvifUrl.text(service);
    }
  }

  /// A video file in place of a camera.
  record Clip(Path file) implements CameraAddress {
    @Override
    public String toString() {
      return CameraUrl.FILE + file;
    }
  }
}
