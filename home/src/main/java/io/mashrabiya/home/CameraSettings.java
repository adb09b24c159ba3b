package io.mashrabiya.home;

import io.mashrabiya.media.rtsp.Credentials;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.util.Optional;

/// A camera as its owner named it.
///
/// @param name what people call it, once in a household; its id is kept under this name
/// @param address where its stream is
/// @param credentials what it asks for
public record CameraSettings(String name, RtspAddress address, Optional<Credentials> credentials) {}
