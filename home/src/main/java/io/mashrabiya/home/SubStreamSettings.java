package io.mashrabiya.home;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.util.Optional;

/// A camera's smaller stream, beside its main one.
///
/// @param address where it is played
/// @param credentials what it asks for; empty where that is what the camera asks for
public record SubStreamSettings(RtspAddress address, Optional<Credentials> credentials) {}
