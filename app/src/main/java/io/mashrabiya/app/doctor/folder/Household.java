package io.mashrabiya.app.doctor.folder;

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
            new Verdict.Ok("No household is in it yet; the first start founds one.");
        case FolderLook.Foreign _ ->
            new Verdict.Fault(
                "It holds other files.", "Name an empty folder, or a new one, by --data.");
        case FolderLook.Household(var _, boolean isBehind) when isBehind ->
            new Verdict.Fault(
                "It is an old copy: a device has shown a newer list of the household's devices. A home that runs from it serves nobody.",
                "Put back the newest copy; if there is none, stop the home and run `mashrabiya home restore --kit` with your recovery kit.");
        case FolderLook.Household _ -> new Verdict.Ok("The household's keys and state are whole.");
        case FolderLook.Refused(var why) ->
            Verdict.fault(why.toString(), "Put back a copy of the data folder.");
      };
    } catch (IOException e) {
      return new Verdict.Fault(
          "It cannot be read.",
          "Run this as the user who runs Mashrabiya, or mend its owner (chown).");
    }
  }
}
