package io.mashrabiya.app.doctor.folder;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.home.door.DoorClient;
import io.mashrabiya.home.store.FolderLook;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.io.IOException;
import java.nio.file.Path;

/// Whether a home runs from the folder, and answers at its socket. One that does not answer holds
/// the folder's lock all the same.
record HomeAnswers(Path folder) implements Examination {
  @Override
  public String name() {
    return "running";
  }

  @Override
  public Verdict examine() {
    try {
      new DoorClient(folder).cameras();
      return new Verdict.Ok(say("A home runs from it and answers."));
    } catch (IOException e) {
      return withoutAnswer(Told.of(e));
    }
  }

  private Verdict withoutAnswer(Sentence why) {
    try {
      return FolderLook.isHeld(folder)
          ? new Verdict.Advice(
              say(
                  "A home runs from it, and its socket cannot be asked ({0}): no program gets pictures from it.",
                  why),
              say("Run this as the user who runs the home.")
                  .then(
                      "A socket's path has at most some 100 characters: if this one is longer, name another folder by --data or household.data."))
          : new Verdict.Ok(say("No home runs from it now."));
    } catch (IOException e) {
      return new Verdict.NotExamined(
          say("Whether a home runs from it is not known: this user may not look.")
              .then("Run this as the user who runs Mashrabiya."));
    }
  }
}
