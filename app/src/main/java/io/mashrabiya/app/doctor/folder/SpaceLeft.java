package io.mashrabiya.app.doctor.folder;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;

/// Whether the disk has room left.
record SpaceLeft(Path folder, DiskSpace space) implements Examination {
  private static final long MEGABYTE = 1_000_000;
  private static final long LEAST_MEGABYTES = 100;
  private static final long GOOD_MEGABYTES = 1_000;

  @Override
  public String name() {
    return "space";
  }

  @Override
  public Verdict examine() {
    try {
      long megabytes = space.usableBytes(FolderWard.nearest(folder)) / MEGABYTE;
      if (megabytes < LEAST_MEGABYTES) {
        return new Verdict.Fault(
            say(
                "The disk has {0} MB left: a home that cannot write does not pair or remove devices.",
                megabytes),
            say("Delete what is not needed, or name a folder on another disk by --data."));
      }
      Sentence found = say("The disk has {0} MB left.", megabytes);
      return megabytes < GOOD_MEGABYTES
          ? new Verdict.Advice(found, say("Make room before it is full: 1 GB is plenty."))
          : new Verdict.Ok(found);
    } catch (IOException e) {
      return new Verdict.NotExamined(say("The disk does not tell how much room it has."));
    }
  }
}
