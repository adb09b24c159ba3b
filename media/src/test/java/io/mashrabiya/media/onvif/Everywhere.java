package io.mashrabiya.media.onvif;

import io.mashrabiya.media.onvif.discovery.DiscoveredCamera;
import io.mashrabiya.media.onvif.discovery.Discovery;
import io.mashrabiya.media.onvif.discovery.DiscoverySettings;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// A network with one virtual device in it, searched by us and by another's client. Run as a
/// program of its own, within a network namespace that has the address given to it.
final class Everywhere {
  private Everywhere() {}

  public static void main(String[] arguments) throws Exception {
    InetAddress own = InetAddress.ofLiteral(arguments[0]);
    var options =
        VirtualOnvifOptions.of(
                "Door", List.of(VirtualProfile.h264("main", 640, 360, "rtsp://127.0.0.1/a")))
            .listeningOn(
                new InetSocketAddress(own, 0), new InetSocketAddress(DiscoverySettings.PORT));
    PrintStream out = System.out;
    try (var device = VirtualOnvifDevice.open(options, InstantSource.system())) {
      String there = device.address().reached().toString();
      var search = Discovery.search(DiscoverySettings.everywhere(Duration.ofSeconds(3)));
      out.println(search.networks());
      for (DiscoveredCamera camera : search.cameras()) {
        out.println(camera.name() + " " + camera.address().reached().toString().equals(there));
      }
      try (var another = PeerProcess.node("onvif_discovery.js")) {
        out.println(another.line().replace(there, "there"));
      }
    }
  }
}
