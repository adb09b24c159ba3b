package io.mashrabiya.proof.trace;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.proof.world.Message;
import io.mashrabiya.proof.world.Witness;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Letter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/// The lines of one visit.
final class WrittenVisit implements Witness.Visit {
  private static final byte[] NOTHING = {};

  private final Trace trace;
  private final int number;
  private final Map<CameraId, Long> painted = new LinkedHashMap<>();
  private String lastAsked = "";
  private int heard;

  WrittenVisit(Trace trace, int number) {
    this.trace = trace;
    this.number = number;
  }

  void write(Object... words) {
    trace.line(number, words);
  }

  private void verdict(Object... words) {
    Object[] line = new Object[words.length + 1];
    line[0] = "=";
    System.arraycopy(words, 0, line, 1, words.length);
    trace.line(number, line);
  }

  @Override
  public void certified(boolean taken) {
    verdict("certified", taken);
  }

  @Override
  public void asks(Moment now, Letter question) {
    String type = question.statement().typ().label();
    lastAsked = Trace.bytes(question.hash().bytes());
    write("ask", Trace.time(now), lastAsked, type.substring(type.lastIndexOf('/') + 1));
  }

  @Override
  public Runnable patience() {
    String asked = lastAsked;
    return () -> write("give-up", asked);
  }

  @Override
  public void hears(Moment now, Message message) {
    byte[] text =
        message instanceof Message.Text(String said)
            ? said.getBytes(StandardCharsets.UTF_8)
            : NOTHING;
    trace.delivered();
    write("hear", Trace.time(now), Trace.bytes(text));
    heard++;
  }

  @Override
  public void sees(Moment now, Message message) {
    trace.delivered();
    write(
        "see",
        Trace.time(now),
        Trace.bytes(message instanceof Message.Bytes(byte[] bytes) ? bytes : NOTHING));
  }

  /// What comes of an answer is put aside as nothing else is; so the letter that was heard last
  /// counts.
  @Override
  public Runnable aside(Runnable deed) {
    if (!(deed instanceof CompletableFuture.AsynchronousCompletionTask)) {
      return deed;
    }
    int answer = heard - 1;
    verdict("answers");
    return () -> {
      write("effect", answer);
      deed.run();
    };
  }

  @Override
  public void saw(Sight sight) {
    switch (sight) {
      case Sight.Seen seen -> {
        if (seen.accepted().paint()) {
          painted.put(seen.camera(), seen.captureMicros());
        }
        verdict(
            "seen",
            seen.camera(),
            seen.kid().value(),
            seen.number(),
            seen.kind().code(),
            seen.captureMicros(),
            seen.accepted().complete(),
            seen.accepted().paint(),
            Trace.bytes(seen.picture()));
      }
      case Sight.Refused refused ->
          verdict(
              "refused",
              refused.camera(),
              refused.kid().value(),
              refused.number(),
              refused.reason().text());
      case Sight.Ended _ -> {}
    }
  }

  @Override
  public void looks(Moment now, LongPredicate isLive) {
    write("look", Trace.time(now), words(painted.values()));
    verdict("live", words(painted.values().stream().map(isLive::test).toList()));
  }

  private static String words(Collection<?> all) {
    return all.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  @Override
  public void fails() {
    verdict("fails");
  }

  @Override
  public void ends() {
    write("ends");
  }
}
