package io.mashrabiya.app.doctor.folder;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.home.store.FolderLook;
import java.io.IOException;
import java.nio.file.Path;

/// Whether the keys and the state in the folder are whole.
record Household(Path folder) implements Examination {
  @Override
  public String name() {
    return "household";
  }

  @Override
  public Verdict examine() {
    try {
      return switch (FolderLook.at(folder)) {
        case FolderLook.Absent _, FolderLook.Unfounded _ ->
            new Verdict.Ok(say("No household is in it yet; the first start founds one."));
        case FolderLook.Foreign _ ->
            new Verdict.Fault(
                say("It holds other files."),
                say("Name an empty folder, or a new one, by --data."));
        case FolderLook.Household(var _, boolean isBehind) when isBehind ->
            new Verdict.Fault(
                say("It is an old copy: a device has shown a newer list of the household's devices.")
                    .then("A home that runs from it serves nobody."),
                say(
                    "Put back the newest copy; if there is none, stop the home and run `mashrabiya home restore --kit` with your recovery kit."));
        case FolderLook.Household _ ->
            new Verdict.Ok(say("The household's keys and state are whole."));
        case FolderLook.Refused(var why) ->
            Verdict.fault(why, say("Put back a copy of the data folder."));
      };
    } catch (IOException e) {
      return new Verdict.Fault(
          say("It cannot be read."),
          say("Run this as the user who runs Mashrabiya, or mend its owner (chown)."));
    }
  }
}
