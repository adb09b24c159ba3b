package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.media.onvif.device.DeviceService;
import io.mashrabiya.media.onvif.discovery.DiscoveredCamera;
import io.mashrabiya.media.onvif.discovery.Discovery;
import io.mashrabiya.media.onvif.discovery.DiscoverySettings;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.soap.SoapClient;
import io.mashrabiya.media.onvif.soap.SoapSettings;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds where a camera's ONVIF is: as the camera tells when it is asked, else at the ports at
/// which cameras have it. Nobody is told a user name or password.
///
/// @param port where it is, if a person knows
/// @param discoveryPort at which the camera is asked where it is
/// @param usual ports at which it is looked for where the camera does not tell
record OnvifSearch(
    String host, OptionalInt port, int discoveryPort, List<Integer> usual, InstantSource clock) {
  private static final Duration PROBE = Duration.ofSeconds(2);
  private static final List<Integer> USUAL = List.of(80, 8000, 8080, 2020, 8899);
  private static final SoapSettings IMPATIENT =
      new SoapSettings(Duration.ofSeconds(1), Duration.ofSeconds(3));

  /// At the ports of the standard and of the trade.
  static OnvifSearch of(String host, OptionalInt port, InstantSource clock) {
    return new OnvifSearch(host, port, DiscoverySettings.PORT, USUAL, clock);
  }

  Optional<ServiceAddress> find() throws InterruptedException {
    for (ServiceAddress candidate : candidates()) {
      if (speaksOnvif(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private List<ServiceAddress> candidates() throws InterruptedException {
    if (port.isPresent()) {
      return List.of(ServiceAddress.ofDevice(host, port.getAsInt()));
    }
    List<ServiceAddress> candidates = new ArrayList<>();
    var camera = new InetSocketAddress(host, discoveryPort);
    if (!camera.isUnresolved()) {
      Discovery.search(DiscoverySettings.alone(camera, PROBE)).cameras().stream()
          .map(DiscoveredCamera::address)
          .forEach(candidates::add);
    }
    usual.forEach(each -> candidates.add(ServiceAddress.ofDevice(host, each)));
    return candidates;
  }

  /// Whoever tells the time, or wants to know who asks for it.
  private boolean speaksOnvif(ServiceAddress address) {
    try (var soap = new SoapClient(Optional.empty(), IMPATIENT, clock)) {
      Answer<Duration> offset = new DeviceService(soap, address, clock).clockOffset();
      return switch (offset) {
        case Answer.Given<Duration> _ -> true;
        case Answer.Failed<Duration>(OnvifFailure why) ->
            why instanceof OnvifFailure.CredentialsNeeded;
      };
    }
  }
}
