package io.mashrabiya.app.doctor.house;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.home.CameraSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether two cameras are one.
record TwiceTheSame(List<CameraSettings> cameras) implements Examination {
  @Override
  public String name() {
    return "duplicates";
  }

  @Override
  public Verdict examine() {
    Map<String, String> names = new HashMap<>();
    for (CameraSettings camera : cameras) {
      String before = names.putIfAbsent(camera.address().toString(), camera.name());
      if (before != null) {
        return new Verdict.Advice(
            say("{0} and {1} have the same address.", before, camera.name()),
            say(
                "Take one away, or correct its address: many cameras serve only a few viewers at once."));
      }
    }
    return new Verdict.Ok(say("No camera is named twice."));
  }
}
