package io.mashrabiya.media.onvif.discovery;

import io.mashrabiya.media.onvif.soap.ServiceAddress;

/// A camera that answered a probe, by what it told everybody. Nothing of it is proven: whoever is
/// on the network may answer.
///
/// @param endpoint its own lasting id, mostly `urn:uuid:...`
/// @param address its device service, on the host that the answer came from
/// @param name for a person; empty where it tells none
/// @param hardware mostly its model; empty where it tells none
/// @param location where it says to be; empty where it tells none
public record DiscoveredCamera(
    String endpoint, ServiceAddress address, String name, String hardware, String location) {}
