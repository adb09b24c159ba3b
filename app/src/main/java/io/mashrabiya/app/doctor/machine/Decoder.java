package io.mashrabiya.app.doctor.machine;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.Picture;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.ffmpeg.H264Encoder;
import io.mashrabiya.media.worker.NativeDoor;
import io.mashrabiya.media.worker.StillOutcome;
import io.mashrabiya.media.worker.Subject;
import io.mashrabiya.media.worker.WhyNot;

/// Whether FFmpeg's libraries load, and a worker process makes a still of a picture that was drawn
/// here.
public record Decoder(NativeDoor door) implements Examination {
  private static final int SIDE = 64;
  private static final H264Encoder.Settings SETTINGS =
      new H264Encoder.Settings(SIDE, SIDE, 5, 100_000, 5);

  @Override
  public String name() {
    return "decoder";
  }

  @Override
  public Verdict examine() {
    try (H264Encoder encoder = H264Encoder.open(SETTINGS)) {
      var picture = new Picture(SIDE, SIDE);
      picture.fill(0, 0, SIDE, SIDE, 0xC08000);
      byte[] key = encoder.encode(picture, Track.MAIN, 0).payload();
      StillRequest request = StillRequest.ofH264(key, Still.Format.JPEG, SIDE);
      return judge(door.still(new Subject("the doctor's own picture"), request));
    } catch (LinkageError e) {
      return new Verdict.Fault(
          say("FFmpeg's libraries do not load on this machine: no stills, no drawn cameras."),
          say(
              "On Linux, glibc 2.35 or newer and libudev.so.1 are needed (apt-get install libudev1), and a home folder in which the libraries can be unpacked."));
    }
  }

  private static Verdict judge(StillOutcome outcome) {
    return switch (outcome) {
      case StillOutcome.Made _ ->
          new Verdict.Ok(say("FFmpeg's libraries load, and a decoder makes pictures."));
      case StillOutcome.NotMade(WhyNot why) ->
          new Verdict.Fault(
              say("No picture comes from a decoder process: {0}.", why.words()),
              say(
                  "See why by --verbose; often memory is short, or this user may start no more processes (ulimit -u)."));
    };
  }
}
