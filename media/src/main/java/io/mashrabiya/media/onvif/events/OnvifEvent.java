package io.mashrabiya.media.onvif.events;

/// Something that a camera told of. The camera's own time of it is not kept: its clock has no say.
public sealed interface OnvifEvent {
  /// Something moves in the picture, or no longer does. Cameras that tell people, vehicles and
  /// animals apart tell each of them so.
  record Motion(Change change) implements OnvifEvent {}

  /// Somebody is at the door and pressed.
  record Bell() implements OnvifEvent {}

  /// Something else.
  ///
  /// @param topic without prefixes, fit for a person's screen, such as
  ///   `VideoSource/ImageTooDark/ImagingService`
  record Other(String topic) implements OnvifEvent {}

  /// Which end of a motion.
  enum Change {
    BEGAN,
    ENDED
  }
}
