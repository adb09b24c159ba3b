package io.mashrabiya.app.doctor.house;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationFault;
import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import java.nio.file.Path;

/// Whether `serve` would understand the file.
record ConfigurationSyntax(Path file) implements Examination {
  @Override
  public String name() {
    return "syntax";
  }

  @Override
  public Verdict examine() {
    try {
      int cameras = Configuration.read(file).cameras().size();
      return new Verdict.Ok(say("It is understood. Cameras that it names: {0}.", cameras));
    } catch (ConfigurationFault e) {
      return new Verdict.Fault(say("It is not understood."), e.words());
    }
  }
}
