package io.mashrabiya.app.doctor.machine;

import static io.mashrabiya.words.Sentence.say;

import com.sun.management.OperatingSystemMXBean;
import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.words.Sentence;
import java.lang.management.ManagementFactory;

/// Whether the machine has memory enough for a home with a few cameras and a decoder.
///
/// @param totalBytes of the machine, or of the container it runs in
public record Memory(long totalBytes) implements Examination {
  private static final long MEBIBYTE = 1 << 20;
  private static final long LEAST_MEBIBYTES = 512;
  private static final long GOOD_MEBIBYTES = 950;

  /// This machine's.
  public static Memory ofThisMachine() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? new Memory(system.getTotalMemorySize())
        : new Memory(0);
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Verdict examine() {
    long mebibytes = totalBytes / MEBIBYTE;
    if (mebibytes == 0) {
      return new Verdict.NotExamined(say("This system does not tell how much memory it has."));
    }
    if (mebibytes < LEAST_MEBIBYTES) {
      return new Verdict.Fault(
          say(
              "The machine has {0} MB of memory, too little for a home and its decoder.",
              mebibytes),
          say("Run it on a machine with 1 GB or more."));
    }
    Sentence found = say("The machine has {0} MB of memory.", mebibytes);
    return mebibytes < GOOD_MEBIBYTES
        ? new Verdict.Advice(found, say("1 GB or more is better: a decoder takes up to 400 MB."))
        : new Verdict.Ok(found);
  }
}
