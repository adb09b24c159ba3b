package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;

/// How the camera's sound is encoded.
record Sound(Heard heard) implements Examination {
  @Override
  public String name() {
    return "sound";
  }

  @Override
  public Verdict examine() {
    return new Verdict.Ok(
        heard
            .sound()
            .map(format ->
                say("It sends sound as {0}, {1} Hz.", format.codec(), format.sampleRateHz()))
            .orElseGet(() ->
                say("It sends no sound that is read here (AAC, Opus, G.711 and G.726 are).")));
  }
}
