package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;

/// What a person can do about pictures, which depends on where they come from.
///
/// @param ending where they break off
/// @param codec so that each viewer shows them as they are, with little of the line
/// @param profile where they are in H.264, and in one that browsers do not show
/// @param level where they are larger or more than decoders like
/// @param line where they take too much of the line
/// @param rate where they are few
/// @param decoding where they cannot be decoded
record Remedies(
    Sentence ending,
    Sentence codec,
    Sentence profile,
    Sentence level,
    Sentence line,
    Sentence rate,
    Sentence decoding) {
  private static final Sentence SMALLER =
      say("Choose a smaller picture or fewer of them in a second.");

  /// Of a camera that speaks RTSP.
  static final Remedies RTSP =
      new Remedies(
          say("Close other apps that show it, or restart the camera."),
          say("Set its video encoding to H.264."),
          say("Set its H.264 profile to Baseline, Main or High."),
          SMALLER,
          say("Set its bit rate to 4000 kbit/s or less, or use its sub stream."),
          say("Set its frame rate to 10 or more a second."),
          say(
              "Restart the camera; choose a smaller picture or another H.264 profile in its video settings."));

  /// Of a camera that sends a stream over HTTP.
  static final Remedies HTTP =
      new Remedies(
          RTSP.ending(),
          say("If it has H.264 too, name its rtsp:// address instead."),
          RTSP.profile(),
          SMALLER,
          say(
              "Choose a smaller picture, fewer of them in a second or a lower quality in its settings, or name its rtsp:// address, if it has H.264."),
          RTSP.rate(),
          say("Restart the camera; choose a smaller picture in its settings."));

  /// Of a camera that gives one picture for each question.
  static final Remedies SNAPSHOTS =
      new Remedies(
          HTTP.ending(),
          HTTP.codec(),
          HTTP.profile(),
          HTTP.level(),
          say(
              "Choose a smaller picture or a lower quality in its settings, or ask less often, with #every=2s behind its address."),
          say(
              "If it has a stream, over RTSP or as MJPEG, name that instead; or ask up to five times a second, with #every=200ms behind its address."),
          HTTP.decoding());

  /// A command, which no language changes.
  private static final String CONVERT = "ffmpeg -i IT -c:v libx264 -pix_fmt yuv420p -an NEW.mp4";

  /// Of a video file.
  static final Remedies CLIP =
      new Remedies(
          say("Do not change it while it is played."),
          say("Name a video in H.264, or convert it: {0}", CONVERT),
          say("Convert it: {0}", CONVERT),
          say(
              "Convert it to a smaller picture: {0}",
              CONVERT.replace("-an", "-vf scale=1280:-2 -an")),
          say("Convert it to a lower bit rate: {0}", CONVERT.replace("-an", "-b:v 2M -an")),
          say("Name a video with 10 or more a second."),
          say("Name another video, or convert it: {0}", CONVERT));
}
