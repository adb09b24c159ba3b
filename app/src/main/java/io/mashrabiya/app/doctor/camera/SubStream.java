package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.onvif.OnvifCamera;
import io.mashrabiya.media.onvif.OnvifStream;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import java.util.Optional;

/// Whether the camera has a second, smaller stream, which small screens and slow lines need.
///
/// @param visit empty where it does not speak ONVIF
record SubStream(Optional<OnvifVisit> visit) implements Examination {
  private static final long SMALL_PIXELS = 1280L * 720;

  @Override
  public String name() {
    return "sub-stream";
  }

  @Override
  public Verdict examine() {
    return visit
        .map(known -> judge(known.told()))
        .orElseGet(() ->
            new Verdict.NotExamined(
                say("Whether it has a sub stream is not known: it does not speak ONVIF here.")));
  }

  private static Verdict judge(Answer<OnvifCamera> told) {
    return switch (told) {
      case Answer.Failed<OnvifCamera>(OnvifFailure why) ->
          new Verdict.NotExamined(
              say("Whether it has a sub stream is not known by ONVIF: {0}", why.words()));
      case Answer.Given<OnvifCamera>(OnvifCamera camera) ->
          camera
              .main()
              .map(main -> judge(main, camera.sub()))
              .orElseGet(() ->
                  new Verdict.Advice(
                      say("Over ONVIF it names no stream of H.264 or H.265."),
                      say("Switch one on in its video settings.")));
    };
  }

  private static Verdict judge(OnvifStream main, Optional<OnvifStream> sub) {
    if (sub.isPresent() && sub.get().profile().pixels() < SMALL_PIXELS) {
      return new Verdict.Ok(
          say(
              "Its main stream is {0}, and a sub stream of {1} is there.",
              size(main), size(sub.get())));
    }
    if (main.profile().pixels() > 0 && main.profile().pixels() <= SMALL_PIXELS) {
      return new Verdict.Ok(
          say("Its only stream is {0}, small enough for small screens.", size(main)));
    }
    return new Verdict.Advice(
        say("Its main stream is {0}, and there is no sub stream for small screens.", size(main)),
        say(
            "Switch its second stream (sub stream) on in its video settings: H.264, about 640x360."));
  }

  private static String size(OnvifStream stream) {
    return stream.profile().width() + "x" + stream.profile().height();
  }
}
