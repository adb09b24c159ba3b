package io.mashrabiya.app.doctor.camera;

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
                "It sends sound as " + format.codec() + ", " + format.sampleRateHz() + " Hz.")
            .orElse("It sends no sound that is read here (AAC, Opus, G.711 and G.726 are)."));
  }
}
