package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.TranscodeSettings;
import io.mashrabiya.media.ffmpeg.StillMaker;
import io.mashrabiya.media.worker.BadWorker.Deed;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Streams by worker processes.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerConversionTest {
  private static final Subject DOOR = new Subject("door");
  private static final Subject NURSERY = new Subject("nursery");
  private static final TranscodeSettings SMALL =
      new TranscodeSettings(PictureFormat.H264, 160, 160, 10, 200_000, 10);

  private final BlockingQueue<Frame> out = new LinkedBlockingQueue<>();

  private Frame next() throws InterruptedException {
    Frame frame = out.poll(60, TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("no frame comes out");
    }
    return frame;
  }

  private static Frame asking(Deed deed, int number, boolean key) {
    return new Frame(Track.MAIN, number, key, deed.picture());
  }

  @Test
  void transcode_stream_comesOutSmallerOneForOneWithItsTimes() throws Exception {
    List<Frame> stream = Workers.stream(25, 10);
    try (WorkerDoor door = WorkerDoor.open(Workers.REAL);
        Conversion conversion = door.transcode(DOOR, SMALL, out::add)) {
      stream.forEach(conversion::accept);
      for (Frame frame : stream) {
        Frame small = next();
        assertThat(small.captureTimeMicros()).isEqualTo(frame.captureTimeMicros());
        assertThat(small.key()).isEqualTo(frame.key());
        if (small.key()) {
          Still still =
              StillMaker.make(StillRequest.ofH264(small.payload(), Still.Format.JPEG, 640))
                  .orElseThrow();
          assertThat(List.of(still.width(), still.height())).containsExactly(160, 90);
        }
      }
      assertThat(door.counters().of(DoorEvent.FRAME_DROPPED)).isZero();
    }
  }

  @Test
  void join_longGroup_beginsWithItsNewestPictureAndGoesOn() throws Exception {
    List<Frame> stream = Workers.stream(90, 90);
    try (WorkerDoor door = WorkerDoor.open(Workers.REAL);
        Conversion conversion = door.transcode(DOOR, SMALL, out::add)) {
      conversion.join(stream.subList(0, 80));
      stream.subList(80, 90).forEach(conversion::accept);
      for (Frame frame : stream.subList(79, 90)) {
        Frame small = next();
        assertThat(small.captureTimeMicros()).isEqualTo(frame.captureTimeMicros());
        assertThat(small.key()).isEqualTo(frame == stream.get(79) || frame == stream.get(89));
      }
      assertThat(door.counters().of(DoorEvent.FRAME_DROPPED)).isZero();
    }
  }

  @Test
  void transcode_workerKilledInTheMiddle_goesOnAtTheNextKeyFrame() throws Exception {
    List<Frame> stream = Workers.stream(20, 10);
    try (WorkerDoor door = WorkerDoor.open(Workers.REAL);
        Conversion conversion = door.transcode(DOOR, SMALL, out::add)) {
      stream.subList(0, 5).forEach(conversion::accept);
      for (int i = 0; i < 5; i++) {
        next();
      }
      ProcessHandle worker = door.processes().getFirst();
      worker.destroyForcibly();
      worker.onExit().get(60, TimeUnit.SECONDS);
      stream.subList(5, 20).forEach(conversion::accept);
      Frame first = next();
      assertThat(first.key()).isTrue();
      assertThat(first.captureTimeMicros()).isEqualTo(stream.get(10).captureTimeMicros());
      assertThat(door.counters().of(DoorEvent.FRAME_DROPPED)).isEqualTo(5);
    }
  }

  @Test
  void transcode_pictureThatHangsTheDecoder_costsItsGroupAlone() throws Exception {
    try (WorkerDoor door = WorkerDoor.open(Workers.bad(Workers.SHORT));
        Conversion conversion = door.transcode(DOOR, SMALL, out::add)) {
      conversion.accept(asking(Deed.BEHAVE, 1, true));
      conversion.accept(asking(Deed.HANG, 2, false));
      conversion.accept(asking(Deed.BEHAVE, 3, false));
      conversion.accept(asking(Deed.BEHAVE, 4, true));
      assertThat(next().captureTimeMicros()).isEqualTo(1);
      assertThat(next().captureTimeMicros()).isEqualTo(4);
      assertThat(door.counters().of(DoorEvent.DEADLINE_KILL)).isOne();
      assertThat(door.counters().of(DoorEvent.FRAME_DROPPED)).isEqualTo(2);
    }
  }

  @Test
  void transcode_anothersPicturesKillTheirWorker_thisOneLosesNothing() throws Exception {
    try (WorkerDoor door = WorkerDoor.open(Workers.bad(Workers.LONG));
        Conversion killing = door.transcode(NURSERY, SMALL, frame -> {});
        Conversion conversion = door.transcode(DOOR, SMALL, out::add)) {
      for (int i = 1; i <= 20; i++) {
        killing.accept(asking(Deed.EXIT, i, true));
        conversion.accept(asking(Deed.BEHAVE, i, i == 1));
        assertThat(next().captureTimeMicros()).isEqualTo(i);
      }
      Eventually.holds(() -> door.counters().of(DoorEvent.RESTING) > 0);
      assertThat(door.counters().of(DoorEvent.DEATH)).isEqualTo(2);
    }
  }

  @Test
  void close_conversion_endsItsWorkerAlone() throws Exception {
    try (WorkerDoor door = WorkerDoor.open(Workers.bad(Workers.LONG));
        Conversion other = door.transcode(NURSERY, SMALL, out::add)) {
      other.accept(asking(Deed.BEHAVE, 1, true));
      next();
      ProcessHandle remaining = door.processes().getFirst();
      try (Conversion conversion = door.transcode(DOOR, SMALL, out::add)) {
        conversion.accept(asking(Deed.BEHAVE, 2, true));
        next();
        assertThat(door.processes()).hasSize(2);
      }
      assertThat(door.processes()).containsExactly(remaining);
    }
  }

  @Test
  void transcode_ofAClosedDoor_takesFramesAndStartsNothing() {
    WorkerDoor door = WorkerDoor.open(Workers.bad(Workers.LONG));
    door.close();
    try (Conversion conversion = door.transcode(DOOR, SMALL, out::add)) {
      conversion.accept(asking(Deed.BEHAVE, 1, true));
      assertThat(door.counters().of(DoorEvent.FRAME_DROPPED)).isOne();
      assertThat(door.processes()).isEmpty();
    }
  }
}
