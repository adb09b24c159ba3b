package io.mashrabiya.device.accept;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.letter.ReportReason;
import io.mashrabiya.wire.letter.TrackStart;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is done with each frame, and how old a picture may be called: the vectors that the viewer's
/// tests read, too.
class AcceptVectorsTest {
  static Stream<Arguments> acceptance() throws IOException {
    return cases("acceptance");
  }

  static Stream<Arguments> freshness() throws IOException {
    return cases("freshness");
  }

  private static Stream<Arguments> cases(String list) throws IOException {
    var stream = AcceptVectorsTest.class.getResourceAsStream("/vectors/accept.json");
    try (var reader =
        new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
      JsonObject file = JsonParser.parseReader(reader).getAsJsonObject();
      return objects(file, list)
          .map(vector -> Arguments.argumentSet(vector.get("name").getAsString(), vector));
    }
  }

  @ParameterizedTest
  @MethodSource("acceptance")
  void acceptance_vector_givesItsOutcomes(JsonObject vector) throws Malformed {
    Acceptance acceptance = new Acceptance();
    for (JsonElement event : vector.getAsJsonArray("events")) {
      happen(acceptance, event.getAsJsonObject());
    }
    JsonObject counts = vector.getAsJsonObject("counts");
    Counts counted = acceptance.counts();
    assertThat(
            List.of(counted.superseded(), counted.overflowed(), counted.lost(), counted.skipped()))
        .isEqualTo(
            List.of(
                whole(counts, "superseded"),
                whole(counts, "overflowed"),
                whole(counts, "lost"),
                whole(counts, "skipped")));
  }

  private static void happen(Acceptance acceptance, JsonObject event) throws Malformed {
    switch (event.get("do").getAsString()) {
      case "rekeyed" -> judged(acceptance.rekeyed(keys(event)), event);
      case "opened" ->
          judged(
              acceptance.opened(whole(event, "epoch"), tracks(event), millis(event, "sent")),
              event);
      case "beat-answered" ->
          judged(acceptance.beatAnswered(whole(event, "epoch"), millis(event, "sent")), event);
      case "frame" -> {
        int times = event.has("times") ? event.get("times").getAsInt() : 1;
        for (int nth = 0; nth < times; nth++) {
          assertThat(outcome(acceptance, frame(event, nth), event))
              .as(event.toString())
              .isEqualTo(event.get("outcome").getAsString());
        }
      }
      case "decoder-lost" -> acceptance.decoderLost();
      case "next" ->
          assertThat(acceptance.next(kid(event)))
              .as(event.toString())
              .isEqualTo(whole(event, "number"));
      default -> throw new AssertionError("unknown event: " + event);
    }
  }

  private static void judged(Released released, JsonObject event) {
    assertThat(List.of(names(released.again()), names(released.refused())))
        .as(event.toString())
        .isEqualTo(List.of(names(event, "again"), names(event, "refused")));
  }

  private static String outcome(Acceptance acceptance, SealedFrame frame, JsonObject event) {
    return switch (acceptance.arrives(frame, millis(event, "at"))) {
      case Arrival.Superseded() -> "superseded";
      case Arrival.Waits() -> "waits";
      case Arrival.Overflowed() -> "overflowed";
      case Arrival.Refused(ReportReason reason) -> reason.text();
      case Arrival.ToOpen() ->
          event.has("captureMicros")
              ? outcome(acceptance.accepted(frame, whole(event, "captureMicros")))
              : "to-open"; // it does not verify
    };
  }

  private static String outcome(Accepted accepted) {
    if (!accepted.complete()) {
      return "lost";
    }
    return accepted.paint() ? "painted" : "decoded";
  }

  @ParameterizedTest
  @MethodSource("freshness")
  void freshness_vector_givesItsAges(JsonObject vector) {
    Freshness freshness = new Freshness();
    objects(vector, "answers")
        .forEach(answer ->
            freshness.answered(
                moment(answer, "sent"), instant(answer, "homeMicros"), moment(answer, "heard")));
    objects(vector, "asks")
        .forEach(ask -> {
          Moment now = moment(ask, "now");
          Instant taken = instant(ask, "captureMicros");
          Age age =
              ask.get("atMostMillis").isJsonNull()
                  ? new Age.Unknown(taken)
                  : new Age.Known(millis(ask, "atMostMillis"));
          assertThat(freshness.of(taken, now)).as(ask.toString()).isEqualTo(age);
          assertThat(List.of(freshness.hears(now), freshness.isLive(taken, now)))
              .as(ask.toString())
              .isEqualTo(List.of(ask.get("hears").getAsBoolean(), ask.get("live").getAsBoolean()));
        });
  }

  private static SealedFrame frame(JsonObject event, int nth) throws Malformed {
    Kind kind = Kind.values()[event.get("kind").getAsInt() - 1]; // in the order of their codes
    return new SealedFrame(
        kind,
        whole(event, "dependency") + nth,
        kid(event),
        whole(event, "number") + nth,
        new byte[event.get("sizeBytes").getAsInt()]);
  }

  private static Set<Kid> keys(JsonObject event) throws Malformed {
    Set<Kid> keys = new HashSet<>();
    for (JsonElement kid : event.getAsJsonArray("keys")) {
      keys.add(Kid.of(kid.getAsLong()));
    }
    return keys;
  }

  private static List<TrackStart> tracks(JsonObject event) throws Malformed {
    List<TrackStart> tracks = new ArrayList<>();
    for (JsonElement track : event.getAsJsonArray("tracks")) {
      JsonObject start = track.getAsJsonObject();
      tracks.add(new TrackStart(kid(start), whole(start, "first")));
    }
    return tracks;
  }

  private static List<List<Long>> names(List<SealedFrame> frames) {
    return frames.stream().map(frame -> List.of(frame.kid().value(), frame.number())).toList();
  }

  private static List<List<Long>> names(JsonObject event, String list) {
    return StreamSupport.stream(event.getAsJsonArray(list).spliterator(), false)
        .map(JsonElement::getAsJsonArray)
        .map(name -> List.of(name.get(0).getAsLong(), name.get(1).getAsLong()))
        .toList();
  }

  private static Stream<JsonObject> objects(JsonObject owner, String list) {
    return StreamSupport.stream(owner.getAsJsonArray(list).spliterator(), false)
        .map(JsonElement::getAsJsonObject);
  }

  private static Kid kid(JsonObject owner) throws Malformed {
    return Kid.of(whole(owner, "kid"));
  }

  private static long whole(JsonObject owner, String member) {
    return owner.get(member).getAsLong();
  }

  private static Duration millis(JsonObject owner, String member) {
    return Duration.ofMillis(whole(owner, member));
  }

  private static Instant instant(JsonObject owner, String member) {
    return Micros.instant(whole(owner, member));
  }

  private static Moment moment(JsonObject owner, String member) {
    JsonArray clocks = owner.getAsJsonArray(member);
    return new Moment(
        Duration.ofMillis(clocks.get(0).getAsLong()), Duration.ofMillis(clocks.get(1).getAsLong()));
  }
}
