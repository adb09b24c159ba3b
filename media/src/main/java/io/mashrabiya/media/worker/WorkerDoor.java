package io.mashrabiya.media.worker;

import io.mashrabiya.media.FrameSink;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.worker.KeptWorker.Work;
import io.mashrabiya.media.worker.message.Answer;
import io.mashrabiya.media.worker.message.Order;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The native door with worker processes behind it: one for the stills of all cameras, which need
/// it for moments only, and one for each stream that is transcoded, so that no camera's pictures
/// can interrupt another one's stream.
public final class WorkerDoor implements NativeDoor {
  private static final System.Logger LOG = System.getLogger(WorkerDoor.class.getName());

  private final DoorSettings settings;
  private final ElapsedTime time;
  private final Suspects suspects = new Suspects();
  private final DoorCounters counters = new DoorCounters();
  private final KeptWorker stills;
  private final Set<WorkerConversion> conversions = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private WorkerDoor(DoorSettings settings, ElapsedTime time) {
    this.settings = settings;
    this.time = time;
    this.stills = new KeptWorker(settings, suspects, counters, time);
  }

  /// A door without a worker yet: the first request starts one.
  public static WorkerDoor open(DoorSettings settings) {
    return open(settings, ElapsedTime.SYSTEM);
  }

  /// @param time by which restarts, rests and idleness are reckoned; deadlines are the machine's
  ///   own
  static WorkerDoor open(DoorSettings settings, ElapsedTime time) {
    return new WorkerDoor(settings, time);
  }

  @Override
  public StillOutcome still(Subject of, StillRequest asked) {
    if (asked.keyFrame().length > Order.MOST_PICTURE_BYTES) {
      return new StillOutcome.NotMade(WhyNot.NO_MEMORY);
    }
    return switch (stills.ask(of, request -> new Order.MakeStill(request, asked))) {
      case Work.Done(Answer.StillMade(int request, Still still)) -> new StillOutcome.Made(still);
      case Work.Done(Answer other) -> new StillOutcome.NotMade(WhyNot.FAULT);
      case Work.NotDone(WhyNot why) -> new StillOutcome.NotMade(why);
    };
  }

  @Override
  public Conversion transcode(Subject of, TranscodeSettings wanted, FrameSink into) {
    var worker = new KeptWorker(settings, suspects, counters, time);
    var conversion = new WorkerConversion(of, wanted, into, worker, counters, conversions::remove);
    conversions.add(conversion);
    conversion.start();
    if (closed) {
      conversion.close();
    }
    return conversion;
  }

  @Override
  public DoorCounters counters() {
    return counters;
  }

  /// The worker processes that run now.
  public List<ProcessHandle> processes() {
    return Stream.concat(
            stills.process().stream(),
            conversions.stream().map(WorkerConversion::process).flatMap(Optional::stream))
        .toList();
  }

  @Override
  public void close() {
    closed = true;
    List.copyOf(conversions).forEach(WorkerConversion::close);
    stills.close();
    LOG.log(Level.INFO, () -> "decoding until now: " + counters);
  }
}
