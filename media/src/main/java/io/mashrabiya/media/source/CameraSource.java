package io.mashrabiya.media.source;

import io.mashrabiya.media.CameraClient;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.feed.ClipClient;
import io.mashrabiya.media.http.HttpCameraClient;
import io.mashrabiya.media.http.HttpSettings;
import io.mashrabiya.media.http.NewestSnapshot;
import io.mashrabiya.media.onvif.OnvifCamera;
import io.mashrabiya.media.onvif.OnvifCameraClient;
import io.mashrabiya.media.rtsp.client.RtspClient;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import io.mashrabiya.media.rtsp.client.SoundTrust;
import java.util.Optional;
import java.util.function.Consumer;

/// One camera, to be played again and again: makes a client for each try, of the protocol that its
/// address names, and keeps what outlives a try. Belongs to the thread that plays the camera.
public final class CameraSource {
  private final CameraAddress address;
  private final Optional<Credentials> credentials;
  private final RtspSettings rtsp;
  private final CaptureClock clock;
  private final SessionCounters counters;
  private final Consumer<OnvifCamera> described;
  private final SoundTrust soundTrust;
  private final NewestSnapshot newest = new NewestSnapshot();

  /// @param rtsp how a camera that speaks RTSP is played
  /// @param clock stamps the frames, and measures every wait
  /// @param counters count what happens in all tries
  /// @param soundTrust remembers over all tries whether the camera's sound does harm
  public CameraSource(
      CameraAddress address,
      Optional<Credentials> credentials,
      RtspSettings rtsp,
      CaptureClock clock,
      SessionCounters counters,
      SoundTrust soundTrust) {
    this(address, credentials, rtsp, clock, counters, soundTrust, camera -> {});
  }

  /// The same for who wants to know what a camera says of itself.
  ///
  /// @param described is told so by a camera that speaks ONVIF, in each try, on the thread that
  ///   plays it and before its first frame
  public CameraSource(
      CameraAddress address,
      Optional<Credentials> credentials,
      RtspSettings rtsp,
      CaptureClock clock,
      SessionCounters counters,
      SoundTrust soundTrust,
      Consumer<OnvifCamera> described) {
    this.address = address;
    this.credentials = credentials;
    this.rtsp = rtsp;
    this.clock = clock;
    this.counters = counters;
    this.described = described;
    this.soundTrust = soundTrust;
  }

  /// A client for one try.
  public CameraClient client() {
    return switch (address) {
      case CameraAddress.Rtsp(var called) ->
          new RtspClient(called, credentials, rtsp, clock, counters, soundTrust);
      case CameraAddress.Onvif(var service) ->
          new OnvifCameraClient(service, credentials, rtsp, clock, counters, soundTrust, described);
      case CameraAddress.Http(var called) ->
          new HttpCameraClient(
              called, credentials, HttpSettings.DEFAULT, clock, counters.pictures(), newest);
      case CameraAddress.Clip(var file) -> new ClipClient(file, clock, counters.pictures());
    };
  }
}
