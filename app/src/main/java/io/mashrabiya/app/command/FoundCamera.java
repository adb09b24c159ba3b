package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.OnvifCamera;
import io.mashrabiya.media.onvif.OnvifClient;
import io.mashrabiya.media.onvif.discovery.DiscoveredCamera;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.SoapSettings;
import java.time.InstantSource;
import java.util.Optional;

/// A camera that answered the search, and what it told when it was asked.
///
/// @param told what it offers, or why it did not tell
/// @param withCredentials whether it was asked with a user name
record FoundCamera(DiscoveredCamera camera, Answer<OnvifCamera> told, boolean withCredentials) {
  /// Asks it; blocks for as long as its answers take.
  static FoundCamera ask(DiscoveredCamera camera, Optional<Credentials> credentials) {
    try (OnvifClient client =
        new OnvifClient(
            camera.address(), credentials, SoapSettings.DEFAULT, InstantSource.system())) {
      return new FoundCamera(
          camera, client.connect().then(OnvifClient.Connected::describe), credentials.isPresent());
    }
  }

  /// One that was asked and did not tell in time.
  static FoundCamera silent(DiscoveredCamera camera) {
    return new FoundCamera(
        camera, new Answer.Failed<>(new OnvifFailure.Silent(say("what it offers"))), false);
  }

  /// What to call a camera.
  static String name(DiscoveredCamera camera) {
    return camera.name().isEmpty() ? "Camera" : camera.name();
  }

  String name() {
    return name(camera);
  }

  /// Its model, where it is known.
  String model() {
    String asked = told.map(told -> told.information().model()).or("");
    return asked.isEmpty() ? camera.hardware() : asked;
  }
}
