package io.mashrabiya.home.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.Eventually;
import io.mashrabiya.media.Frame;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.wire.ids.CameraId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A sub stream that is played while it is wanted, against a camera that does what the test says.
@Timeout(60)
class SubStreamTest {
  private final AtomicLong nowMicros = new AtomicLong(1_000_000_000_000L);
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final Pauses pauses = new Pauses();
  private final SubStream sub =
      new SubStream(new CameraId(1, 1), frames::add, nowMicros::get, pauses);
  private ScriptedCamera scripted;

  @BeforeEach
  void begin() throws Exception {
    scripted = new ScriptedCamera();
    sub.at(Optional.of(at(scripted)));
  }

  @AfterEach
  void end() throws Exception {
    sub.close();
    scripted.close();
  }

  private static CameraSettings at(ScriptedCamera camera) {
    return new CameraSettings("Door", camera.address(), Optional.empty());
  }

  private void showsPicture(ScriptedCamera.Connection connection) throws Exception {
    connection.plays().sendsPicture();
    assertThat(frames.poll(Eventually.GUARD.toSeconds(), TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void wanted_isPlayedUntilNobodyWantsItAndThenAgain() throws Exception {
    assertThat(sub.isHopeful()).isTrue();
    for (int round = 0; round < 2; round++) {
      sub.wanted(true);
      try (var connection = scripted.accept()) {
        showsPicture(connection);
        assertThat(sub.words().toString()).isEmpty();
        sub.wanted(false);
        assertThat(connection.hears()).startsWith("TEARDOWN");
        assertThat(connection.hears()).isEmpty();
      }
    }
    assertThat(pauses.none()).as("a goodbye of ours is no failure").isTrue();
  }

  @Test
  void failed_isNotCountedOnUntilItIsTriedAgain() throws Exception {
    sub.wanted(true);
    scripted.accept().close();
    Duration pause = pauses.next();
    assertThat(sub.isHopeful()).isFalse();
    Eventually.holds(() -> sub.words().toString().contains("closed"));
    nowMicros.addAndGet(pause.toNanos() / 1_000);
    assertThat(sub.isHopeful()).isTrue();
    pauses.end();
    try (var connection = scripted.accept()) {
      showsPicture(connection);
      Eventually.holds(() -> sub.words().isEmpty());
    }
  }

  /// Whoever wants it next is no reason to ask again with the same password.
  @Test
  void passwordRefused_wantedAgain_stillRests() throws Exception {
    var settings =
        new CameraSettings(
            "Door", scripted.address(), Optional.of(new Credentials("mona", "wrong")));
    sub.at(Optional.of(settings));
    sub.wanted(true);
    try (var connection = scripted.accept()) {
      connection.hears();
      connection.says("RTSP/1.0 200 OK\r\n\r\n");
      for (int question = 0; question < 2; question++) {
        connection.hears();
        connection.says(
            "RTSP/1.0 401 No\r\nWWW-Authenticate: Digest realm=\"a\", nonce=\"b\"\r\n\r\n");
      }
      assertThat(pauses.next()).isEqualTo(Duration.ofMinutes(5));
    }
    sub.wanted(false);
    Eventually.holds(sub::isAtRest);
    assertThat(sub.words().toString()).as("nothing else is known").contains("password");
    nowMicros.addAndGet(Duration.ofMinutes(2).toNanos() / 1_000);
    sub.wanted(true);
    assertThat(pauses.next()).isEqualTo(Duration.ofMinutes(3));
    assertThat(sub.isHopeful()).isFalse();
  }

  @Test
  void at_anotherPlaceWhileItIsWanted_isPlayedThere() throws Exception {
    sub.wanted(true);
    try (var there = new ScriptedCamera();
        var connection = scripted.accept()) {
      showsPicture(connection);
      sub.at(Optional.of(at(there)));
      assertThat(connection.hears()).startsWith("TEARDOWN");
      try (var moved = there.accept()) {
        showsPicture(moved);
        sub.at(Optional.empty());
        assertThat(moved.hears()).startsWith("TEARDOWN");
        assertThat(sub.isHopeful()).isFalse();
      }
    }
  }

  @Test
  void close_endsItAndNoWishBringsItBack() throws Exception {
    sub.wanted(true);
    try (var connection = scripted.accept()) {
      showsPicture(connection);
      sub.close();
      assertThat(connection.hears()).startsWith("TEARDOWN");
      sub.wanted(true);
      sub.close();
      assertThat(sub.isAtRest()).isTrue();
    }
  }
}
