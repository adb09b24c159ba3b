package io.mashrabiya.media.onvif.virtual;

import io.mashrabiya.media.address.Credentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a virtual device is like. Each method gives another one with that changed.
///
/// @param listen where its services are; port 0 takes a free one
/// @param discovery where it waits for probes; port 0 takes a free one
/// @param credentials whom it lets in; everybody where there are none
/// @param name in its scopes
/// @param profiles the streams that it names
/// @param clockAhead how far its clock is ahead of the time handed in
/// @param turns whether it has PTZ
/// @param quirks how it differs from the specification
public record VirtualOnvifOptions(
    InetSocketAddress listen,
    InetSocketAddress discovery,
    Optional<Credentials> credentials,
    String name,
    List<VirtualProfile> profiles,
    Duration clockAhead,
    boolean turns,
    Set<Quirk> quirks) {
  public VirtualOnvifOptions {
    profiles = List.copyOf(profiles);
    quirks = Set.copyOf(quirks);
  }

  /// A well-behaved one on this machine alone, open to everybody, with these streams.
  public static VirtualOnvifOptions of(String name, List<VirtualProfile> profiles) {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new VirtualOnvifOptions(
        here, here, Optional.empty(), name, profiles, Duration.ZERO, false, Set.of());
  }

  public VirtualOnvifOptions listeningOn(InetSocketAddress services, InetSocketAddress probes) {
    return new VirtualOnvifOptions(
        services, probes, credentials, name, profiles, clockAhead, turns, quirks);
  }

  public VirtualOnvifOptions onlyFor(Credentials known) {
    return new VirtualOnvifOptions(
        listen, discovery, Optional.of(known), name, profiles, clockAhead, turns, quirks);
  }

  public VirtualOnvifOptions withItsClockAheadBy(Duration ahead) {
    return new VirtualOnvifOptions(
        listen, discovery, credentials, name, profiles, ahead, turns, quirks);
  }

  public VirtualOnvifOptions turning() {
    return new VirtualOnvifOptions(
        listen, discovery, credentials, name, profiles, clockAhead, true, quirks);
  }

  public VirtualOnvifOptions with(Quirk... more) {
    EnumSet<Quirk> all = EnumSet.noneOf(Quirk.class);
    all.addAll(quirks);
    all.addAll(List.of(more));
    return new VirtualOnvifOptions(
        listen, discovery, credentials, name, profiles, clockAhead, turns, all);
  }

  boolean has(Quirk quirk) {
    return quirks.contains(quirk);
  }
}
