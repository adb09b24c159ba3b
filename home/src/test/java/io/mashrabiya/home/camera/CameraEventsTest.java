package io.mashrabiya.home.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.Eventually;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.EventWatch;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import io.mashrabiya.wire.ids.CameraId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Events of our virtual device, as the home follows them.
@Timeout(60)
class CameraEventsTest {
  private static final Credentials MONA = new Credentials("mona", "hunter2");

  private final CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
  private final Pauses pauses = new Pauses();
  private VirtualOnvifDevice device;

  @BeforeEach
  void begin() throws Exception {
    var profile = VirtualProfile.h264("main", 640, 360, "rtsp://127.0.0.1/a");
    device =
        VirtualOnvifDevice.open(
            VirtualOnvifOptions.of("Door", List.of(profile))
                .onlyFor(MONA)
                .withItsClockAheadBy(Duration.ofDays(-4000)),
            InstantSource.system());
  }

  @AfterEach
  void end() {
    device.close();
  }

  private CameraEvents following(Credentials credentials) {
    return following(watches(credentials));
  }

  private CameraEvents following(Supplier<EventWatch> watches) {
    var events = new CameraEvents(new CameraId(1, 1), watches, clock, pauses);
    events.follow();
    return events;
  }

  private Supplier<EventWatch> watches(Credentials credentials) {
    return CameraEvents.watches(device.address(), Optional.of(credentials), clock);
  }

  private void subscribed() throws InterruptedException {
    Eventually.holds(() -> device.subscriptionCount() == 1);
  }

  @Test
  void follow_motionAndBell_areKeptByTheHomesClock() throws Exception {
    Instant before = Instant.EPOCH.plusNanos(clock.nowMicros() * 1_000);
    try (CameraEvents events = following(MONA)) {
      events.follow(); // as with each new session of its pictures
      subscribed();
      device.motion(true);
      Eventually.holds(() -> events.motion().isPresent());
      assertThat(events.bell()).isEmpty();
      device.bell();
      Eventually.holds(() -> events.bell().isPresent());
      assertThat(events.motion().orElseThrow()).isBetween(before, before.plusSeconds(60));
      assertThat(events.bell().orElseThrow()).isBetween(before, before.plusSeconds(60));
    }
    assertThat(device.subscriptionCount()).as("it said goodbye").isZero();
  }

  @Test
  void follow_motionThatEnds_isNoNewMotion() throws Exception {
    try (CameraEvents events = following(MONA)) {
      subscribed();
      device.motion(false);
      device.bell();
      Eventually.holds(() -> events.bell().isPresent());
      assertThat(events.motion()).isEmpty();
    }
  }

  @Test
  void follow_cameraForgetsUs_isSubscribedAgainAfterAPause() throws Exception {
    try (CameraEvents events = following(MONA)) {
      subscribed();
      device.motion(true);
      Eventually.holds(() -> events.motion().isPresent());
      device.forgetSubscriptions();
      assertThat(pauses.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
      assertThat(device.subscriptionCount()).isZero();
      pauses.end();
      subscribed();
      device.bell();
      Eventually.holds(() -> events.bell().isPresent());
    }
  }

  @Test
  void follow_wrongPassword_isNotTriedAgainForFiveMinutes() throws Exception {
    try (CameraEvents events = following(new Credentials("mona", "wrong"))) {
      assertThat(pauses.next()).isGreaterThan(Duration.ofMinutes(4));
      assertThat(events.motion()).isEmpty();
    }
  }

  static Stream<Throwable> faults() {
    return Stream.of(
        new UncheckedIOException(new IOException("too many open files")),
        new NoClassDefFoundError("on purpose"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void follow_clientThatCannotBeMade_isTriedAgain(Throwable fault) throws Exception {
    Iterator<Supplier<EventWatch>> tries = List.of(failing(fault), watches(MONA)).iterator();
    try (CameraEvents events = following(() -> tries.next().get())) {
      assertThat(pauses.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
      pauses.end();
      subscribed();
      device.bell();
      Eventually.holds(() -> events.bell().isPresent());
    }
  }

  private static Supplier<EventWatch> failing(Throwable fault) {
    return () -> {
      if (fault instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) fault;
    };
  }

  @Test
  void close_beforeItFollows_neverCalls() {
    var events = new CameraEvents(new CameraId(1, 1), watches(MONA), clock, pauses);
    events.close();
    events.follow();
    events.close();
    assertThat(device.subscriptionCount()).isZero();
  }
}
