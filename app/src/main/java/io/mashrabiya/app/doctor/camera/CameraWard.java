package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Patient;
import io.mashrabiya.app.doctor.Ward;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.media.worker.NativeDoor;
import java.time.Duration;
import java.util.OptionalInt;

/// All examinations of one camera, in the order in which a call to it goes: what speaks each
/// protocol has a ward of its own. What cannot be known after a fault is not examined. The camera
/// is called once.
public sealed interface CameraWard extends Ward permits RtspWard, OnvifWard, HttpWard, ClipWard {
  /// The one for its address.
  ///
  /// @param howLong it is listened to
  /// @param onvifPort where its ONVIF is, if a person knows
  /// @param door decodes its picture
  static CameraWard of(
      CameraSettings camera, Duration howLong, OptionalInt onvifPort, NativeDoor door) {
    return switch (camera.address()) {
      case CameraAddress.Rtsp address ->
          new RtspWard(camera.name(), address, camera.credentials(), howLong, onvifPort, door);
      case CameraAddress.Onvif address ->
          new OnvifWard(camera.name(), address, camera.credentials(), howLong, door);
      case CameraAddress.Http address ->
          new HttpWard(camera.name(), address, camera.credentials(), howLong, door);
      case CameraAddress.Clip clip -> new ClipWard(camera.name(), clip, howLong, door);
    };
  }

  /// What people call it.
  String name();

  @Override
  default Patient patient() {
    return new Patient(Patient.Kind.CAMERA, name());
  }
}
