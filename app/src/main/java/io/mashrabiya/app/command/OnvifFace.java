package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.media.onvif.discovery.DiscoverySettings;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What ONVIF sees of a virtual camera, where it is to speak that as well.
final class OnvifFace implements AutoCloseable {
  private final Optional<VirtualOnvifDevice> device;

  private OnvifFace(Optional<VirtualOnvifDevice> device) {
    this.device = device;
  }

  /// Begins to answer, if a port is asked for.
  static OnvifFace open(VirtualCamera camera, VirtualCameraOptions options, OptionalInt port)
      throws Complaint {
    if (port.isEmpty() || !(options.view() instanceof CameraView.Drawn drawn)) {
      return new OnvifFace(Optional.empty());
    }
    InetAddress host = options.listen().getAddress();
    String url = camera.address().url();
    var stream = VirtualProfile.h264("main", drawn.size().width(), drawn.size().height(), url);
    var described =
        VirtualOnvifOptions.of(drawn.name(), List.of(stream))
            .listeningOn(
                new InetSocketAddress(host, port.getAsInt()),
                new InetSocketAddress(DiscoverySettings.PORT));
    try {
      var asked = options.credentials().map(described::onlyFor).orElse(described);
      return new OnvifFace(Optional.of(VirtualOnvifDevice.open(asked, InstantSource.system())));
    } catch (IOException e) {
      throw new Complaint(
          Exit.NETWORK,
          say(
              "It cannot speak ONVIF on port {0}, or not hear who searches on UDP port {1}. Another --onvif may be free (0 takes any).",
              port.getAsInt(), DiscoverySettings.PORT),
          e);
    }
  }

  /// Where it answers.
  Optional<String> url() {
    return device.map(open -> "onvif://" + open.address().reached().getAuthority());
  }

  @Override
  public void close() {
    device.ifPresent(VirtualOnvifDevice::close);
  }
}
