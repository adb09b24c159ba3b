package io.mashrabiya.app.doctor.camera;

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
    String ending,
    String codec,
    String profile,
    String level,
    String line,
    String rate,
    String decoding) {
  private static final String SMALLER = "Choose a smaller picture or fewer of them in a second.";

  /// Of a camera that speaks RTSP.
  static final Remedies RTSP =
      new Remedies(
          "Close other apps that show it, or restart the camera.",
          "Set its video encoding to H.264.",
          "Set its H.264 profile to Baseline, Main or High.",
          SMALLER,
          "Set its bit rate to 4000 kbit/s or less, or use its sub stream.",
          "Set its frame rate to 10 or more a second.",
          "Restart the camera; choose a smaller picture or another H.264 profile in its video settings.");

  /// Of a camera that sends a stream over HTTP.
  static final Remedies HTTP =
      new Remedies(
          RTSP.ending(),
          "If it has H.264 too, name its rtsp:// address instead.",
          RTSP.profile(),
          SMALLER,
          "Choose a smaller picture, fewer of them in a second or a lower quality in its settings, or name its rtsp:// address, if it has H.264.",
          RTSP.rate(),
          "Restart the camera; choose a smaller picture in its settings.");

  /// Of a camera that gives one picture for each question.
  static final Remedies SNAPSHOTS =
      new Remedies(
          HTTP.ending(),
          HTTP.codec(),
          HTTP.profile(),
          HTTP.level(),
          "Choose a smaller picture or a lower quality in its settings, or ask less often, with #every=2s behind its address.",
          "If it has a stream, over RTSP or as MJPEG, name that instead; or ask up to five times a second, with #every=200ms behind its address.",
          HTTP.decoding());

  private static final String CONVERT = "ffmpeg -i IT -c:v libx264 -pix_fmt yuv420p -an NEW.mp4";

  /// Of a video file.
  static final Remedies CLIP =
      new Remedies(
          "Do not change it while it is played.",
          "Name a video in H.264, or convert it: " + CONVERT,
          "Convert it: " + CONVERT,
          "Convert it to a smaller picture: " + CONVERT.replace("-an", "-vf scale=1280:-2 -an"),
          "Convert it to a lower bit rate: " + CONVERT.replace("-an", "-b:v 2M -an"),
          "Name a video with 10 or more a second.",
          "Name another video, or convert it: " + CONVERT);
}
