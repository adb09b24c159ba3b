package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.OnvifCamera;
import io.mashrabiya.media.onvif.OnvifClient;
import io.mashrabiya.media.onvif.device.DeviceService;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.soap.SoapClient;
import io.mashrabiya.media.onvif.soap.SoapSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// What a camera tells over ONVIF.
///
/// @param clockOffset how far its clock is ahead of this machine's
/// @param told what it is and offers
record OnvifVisit(Answer<Duration> clockOffset, Answer<OnvifCamera> told) {
  /// Asks; blocks for as long as the answers take.
  ///
  /// @param credentials such as the camera has accepted already, so that nothing is guessed
  static OnvifVisit ask(
      ServiceAddress address, Optional<Credentials> credentials, InstantSource clock) {
    Answer<Duration> offset;
    try (var soap = new SoapClient(credentials, SoapSettings.DEFAULT, clock)) {
      offset = new DeviceService(soap, address, clock).clockOffset();
    }
    if (offset instanceof Answer.Failed<Duration>(OnvifFailure why)) {
      return new OnvifVisit(offset, new Answer.Failed<>(why)); // no second try with a password
    }
    try (var client = new OnvifClient(address, credentials, SoapSettings.DEFAULT, clock)) {
      return new OnvifVisit(offset, client.connect().then(OnvifClient.Connected::describe));
    }
  }
}
