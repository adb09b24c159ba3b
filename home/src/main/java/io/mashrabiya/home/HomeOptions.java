package io.mashrabiya.home;

import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.link.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a home is to run.
///
/// @param data its folder: keys, members, stills; one process at a time
/// @param relay the only relay that it signs for
/// @param name of the household, for people
/// @param kit where the recovery kit goes at the first start; empty: the root is forgotten without
///   one
/// @param admission the relay's operator's invitation of this household, for the first time there
/// @param relayAuthority the certificate (PEM) of the only authority whose word on the relay is
///   taken; empty: those that Java knows
public record HomeOptions(
    Path data,
    Origin relay,
    String name,
    List<CameraSettings> cameras,
    Optional<Path> kit,
    Optional<AdmissionCode> admission,
    Optional<Path> relayAuthority) {
  public HomeOptions {
    cameras = List.copyOf(cameras);
  }

  /// At a relay that needs no invitation, and whose certificate is of an authority that everybody
  /// knows.
  public HomeOptions(
      Path data, Origin relay, String name, List<CameraSettings> cameras, Optional<Path> kit) {
    this(data, relay, name, cameras, kit, Optional.empty(), Optional.empty());
  }

  /// The same with an invitation to the relay.
  public HomeOptions invitedBy(AdmissionCode code) {
    return new HomeOptions(data, relay, name, cameras, kit, Optional.of(code), relayAuthority);
  }

  /// The same with this authority of the household's own.
  public HomeOptions withRelayAuthority(Optional<Path> value) {
    return new HomeOptions(data, relay, name, cameras, kit, admission, value);
  }
}
