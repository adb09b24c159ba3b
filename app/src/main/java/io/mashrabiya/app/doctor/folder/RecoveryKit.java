package io.mashrabiya.app.doctor.folder;

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
              .orElseGet(() -> new Verdict.Ok("The recovery kit no longer lies on this machine."))
          : new Verdict.NotExamined(
              "There is no household whose recovery kit could be looked for.");
    } catch (IOException e) {
      return new Verdict.NotExamined("The folder cannot be read.");
    }
  }

  private static Verdict lies(Path kit) {
    return new Verdict.Advice(
        "The recovery kit still lies in " + kit + ": whoever holds it can take the household over.",
        "Print it or move it to a stick, and put it away.");
  }
}
