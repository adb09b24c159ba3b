package io.mashrabiya.app.doctor.folder;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.home.store.FolderLook;
import java.io.IOException;
import java.nio.file.Path;

/// Whether the recovery kit was put away.
record RecoveryKit(Path folder) implements Examination {
  @Override
  public String name() {
    return "kit";
  }

  @Override
  public Verdict examine() {
    try {
      return FolderLook.at(folder) instanceof FolderLook.Household(var kit, var _)
          ? kit.map(RecoveryKit::lies)
              .orElseGet(
                  () -> new Verdict.Ok(say("The recovery kit no longer lies on this machine.")))
          : new Verdict.NotExamined(
              say("There is no household whose recovery kit could be looked for."));
    } catch (IOException e) {
      return new Verdict.NotExamined(say("The folder cannot be read."));
    }
  }

  private static Verdict lies(Path kit) {
    return new Verdict.Advice(
        say(
            "The recovery kit still lies in {0}: whoever holds it can take the household over.",
            kit),
        say("Print it or move it to a stick, and put it away."));
  }
}
