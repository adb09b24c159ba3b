package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.media.rtsp.Carriage;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.SessionCounters;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is counted of pictures, and what is made of it.
class PictureTallyTest {
  private static final long SECOND = 1_000_000;
  private static final int BYTES = 1_000;

  private final PictureTally tally = new PictureTally();
  private final SessionCounters counters = new SessionCounters();

  /// Pictures at ten a second, a key frame each so many.
  private void play(int pictures, int keyEvery) {
    for (int i = 0; i < pictures; i++) {
      count(i * SECOND / 10, i % keyEvery == 0);
    }
  }

  private void count(long atMicros, boolean key) {
    tally.count(new Frame(Track.MAIN, atMicros, key, new byte[BYTES]), atMicros);
    counters.pictures().count(StreamEvent.PACKET);
  }

  private Heard heard() {
    return new Heard(
        new RtspOutcome.Stopped(), tally, Optional.empty(), counters, Duration.ofSeconds(10));
  }

  @Test
  void rates_areThoseAfterTheFirstSecond() {
    for (int i = 0; i < 50; i++) {
      count(i, i == 0); // a burst of what the camera kept
    }
    for (int i = 10; i <= 100; i++) {
      count(i * SECOND / 10, false);
    }
    assertThat(tally.picturesPerSecond()).isCloseTo(10, within(0.01));
    assertThat(tally.kilobitsPerSecond()).isEqualTo(80);
  }

  @Test
  void rates_ofNothing_areZero() {
    assertThat(tally.picturesPerSecond()).isZero();
    assertThat(tally.kilobitsPerSecond()).isZero();
    assertThat(tally.longestWithoutKey()).isZero();
  }

  @Test
  void keyFrames_everyTwoSeconds_areFine() {
    play(100, 20);
    assertThat(new KeyFrames(heard()).examine())
        .isEqualTo(new Verdict.Ok(say("A key frame comes every 2.0 s or sooner.")));
  }

  @Test
  void keyFrames_everyFiveSeconds_areAdvisedAgainst() {
    play(110, 50);
    assertThat(new KeyFrames(heard()).examine())
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> {
              assertThat(advice.found()).asString().contains("only every 5.0 s");
              assertThat(advice.remedy()).asString().contains("2 seconds");
            });
  }

  @Test
  void keyFrames_onlyOneInALongTime_areRarerThanThat() {
    play(90, 1000);
    assertThat(new KeyFrames(heard()).examine().found())
        .asString()
        .contains("more rarely than every 8.9 s");
  }

  @Test
  void keyFrames_onlyOneInAShortTime_areNotJudged() {
    play(20, 1000);
    assertThat(new KeyFrames(heard()).examine()).isInstanceOf(Verdict.NotExamined.class);
  }

  @Test
  void keyFrames_withoutParameterSets_areSaidToBeSo() {
    counters.pictures().count(StreamEvent.PACKET);
    counters.pictures().count(StreamEvent.FRAME_WITHOUT_PARAMETERS);
    assertThat(new KeyFrames(heard()).examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> assertThat(fault.found()).asString().contains("SPS and PPS"));
  }

  @Test
  void keyFrames_withoutAnyPacket_areSaidToBeSo() {
    assertThat(new KeyFrames(heard()).examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> assertThat(fault.remedy()).asString().contains("firewall"));
  }

  @Test
  void packets_fewLost_areAdvisedAndManyAFault() {
    counters.pictures().count(StreamEvent.PACKET, 1_000);
    assertThat(new Packets(heard(), Carriage.UDP).examine()).isInstanceOf(Verdict.Ok.class);
    counters.pictures().count(StreamEvent.PACKET_LOST, 5);
    assertThat(new Packets(heard(), Carriage.UDP).examine())
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> assertThat(advice.remedy()).asString().contains("rtspt://"));
    counters.pictures().count(StreamEvent.PACKET_LATE, 20);
    assertThat(new Packets(heard(), Carriage.TCP).examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> {
              assertThat(fault.found()).asString().contains("5 were lost, 20 came too late");
              assertThat(fault.remedy()).asString().contains("cable").doesNotContain("rtspt");
            });
  }

  @Test
  void packets_malformed_areTheCamerasFault() {
    counters.pictures().count(StreamEvent.PACKET, 100);
    counters.pictures().count(StreamEvent.PAYLOAD_UNSUPPORTED, 50);
    assertThat(new Packets(heard(), Carriage.ANY).examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault -> assertThat(fault.remedy()).asString().contains("firmware"));
  }

  @Test
  void timestamps_thatJump_areAdvisedAgainst() {
    play(10, 5);
    assertThat(new Timestamps(heard()).examine()).isInstanceOf(Verdict.Ok.class);
    counters.pictures().count(StreamEvent.CLOCK_JUMPED, 3);
    assertThat(new Timestamps(heard()).examine())
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> assertThat(advice.found()).asString().contains("jumped 3 times"));
  }

  @Test
  void whole_mostBroken_isAFault_andNothingAtAllToo() {
    assertThat(new WholePictures(heard()).examine().found())
        .asString()
        .isEqualTo("No whole picture came.");
    counters.pictures().count(StreamEvent.PAYLOAD_MALFORMED, 2);
    assertThat(new WholePictures(heard()).examine().found())
        .asString()
        .contains("None of the 2 pictures");
    counters.pictures().count(StreamEvent.FRAME, 10);
    assertThat(new WholePictures(heard()).examine())
        .isInstanceOfSatisfying(
            Verdict.Fault.class,
            fault ->
                assertThat(fault.found())
                    .asString()
                    .contains("Of 12 pictures", "2 were cut short"));
    counters.pictures().count(StreamEvent.FRAME, 30);
    assertThat(new WholePictures(heard()).examine()).isInstanceOf(Verdict.Advice.class);
  }

  private Verdict snapshots(int answers, Duration took) {
    for (int i = 0; i < answers; i++) {
      long asked = i * SECOND;
      Frame frame = new Frame(Track.MAIN, asked, true, new byte[BYTES]);
      tally.count(frame, asked + took.toNanos() / 1_000);
      counters.pictures().count(StreamEvent.FRAME);
      counters.pictures().count(StreamEvent.SNAPSHOT);
    }
    return new Snapshots(heard(), Duration.ofSeconds(2)).examine();
  }

  @Test
  void snapshots_quick_areFine() {
    assertThat(snapshots(5, Duration.ofMillis(340)))
        .isEqualTo(
            new Verdict.Ok(
                say(
                    "It gives one picture for each question, in 0.3 s (at most 0.3 s); it is asked every 2.0 s.")));
  }

  @Test
  void snapshots_slow_areAdvisedAgainst() {
    assertThat(snapshots(5, Duration.ofMillis(1_600)))
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> {
              assertThat(advice.found()).asString().contains("in 1.6 s");
              assertThat(advice.remedy()).asString().contains("that old", "smaller picture");
            });
  }

  @Test
  void snapshots_mostlyTheSame_areAdvisedToBeAskedForLessOften() {
    counters.pictures().count(StreamEvent.SNAPSHOT, 6);
    assertThat(snapshots(5, Duration.ofMillis(100)))
        .isInstanceOfSatisfying(
            Verdict.Advice.class,
            advice -> {
              assertThat(advice.found())
                  .asString()
                  .contains("Of 11 answers 6 were the picture before");
              assertThat(advice.remedy()).asString().contains("#every=5s");
            });
  }
}
