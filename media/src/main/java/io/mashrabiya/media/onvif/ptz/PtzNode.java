package io.mashrabiya.media.onvif.ptz;

/// Something that turns (ONVIF PTZ Service Specification, section 5.1, *PTZ Node*).
///
/// @param reference its token
/// @param mostPresets how many places it can remember; 0 where it does not tell
public record PtzNode(String reference, String name, int mostPresets) {}
