package io.mashrabiya.media.onvif;

import io.mashrabiya.media.onvif.device.DeviceInformation;
import io.mashrabiya.media.onvif.device.Services;
import io.mashrabiya.media.onvif.xml.Namespace;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a camera is and offers, as it told. It holds no password.
///
/// @param information manufacturer, model, firmware
/// @param clockOffset how far its clock is ahead of ours
/// @param streams the best first: H.264 and H.265 before others, larger before smaller
/// @param snapshot where its newest picture is fetched as JPEG, of the main stream
/// @param services where its services are
public record OnvifCamera(
    DeviceInformation information,
    Duration clockOffset,
    List<OnvifStream> streams,
    Optional<URI> snapshot,
    Services services) {
  public OnvifCamera {
    streams = streams.stream().sorted(OnvifStream.BEST_FIRST).toList();
  }

  /// The largest H.264 or H.265 stream.
  public Optional<OnvifStream> main() {
    return streams.stream().filter(OnvifStream::isPlayable).findFirst();
  }

  /// The smallest H.264 stream, of what the main one sees, in which one can recognise something;
  /// empty where the main one is the smallest.
  public Optional<OnvifStream> sub() {
    return main()
        .flatMap(main ->
            streams.stream()
                .filter(OnvifStream::isUsableAsSub)
                .filter(stream -> stream.profile().source().equals(main.profile().source()))
                .filter(stream -> stream.profile().pixels() < main.profile().pixels())
                .min(Comparator.comparingLong(stream -> stream.profile().pixels())));
  }

  /// Whether it tells of motion and of its bell.
  public boolean hasEvents() {
    return services.of(Namespace.EVENTS).isPresent();
  }

  /// Whether it can be turned: it has the service, and a profile that uses it.
  public boolean turns() {
    return services.of(Namespace.PTZ).isPresent()
        && streams.stream().anyMatch(stream -> stream.profile().turns());
  }
}
