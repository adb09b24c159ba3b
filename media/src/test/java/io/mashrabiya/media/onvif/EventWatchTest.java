package io.mashrabiya.media.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.events.OnvifEvent;
import io.mashrabiya.media.onvif.events.OnvifEvent.Bell;
import io.mashrabiya.media.onvif.events.OnvifEvent.Change;
import io.mashrabiya.media.onvif.events.OnvifEvent.Motion;
import io.mashrabiya.media.onvif.events.OnvifEvent.Other;
import io.mashrabiya.media.onvif.events.PullPoint;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.SoapSettings;
import io.mashrabiya.media.onvif.virtual.Quirk;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifDevice;
import io.mashrabiya.media.onvif.virtual.VirtualOnvifOptions;
import io.mashrabiya.media.onvif.virtual.VirtualProfile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Following events of our virtual device.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventWatchTest {
  private static final Credentials MONA = new Credentials("mona", "hunter2");
  private static final VirtualOnvifOptions PLAIN =
      VirtualOnvifOptions.of(
              "Front door", List.of(VirtualProfile.h264("main", 640, 360, "rtsp://127.0.0.1/a")))
          .onlyFor(MONA)
          .withItsClockAheadBy(Duration.ofDays(-4000));

  /// A watch on a thread of its own.
  private static final class Watching implements AutoCloseable {
    final BlockingQueue<OnvifEvent> events = new ArrayBlockingQueue<>(64);
    final CompletableFuture<OnvifFailure> ended;
    final EventWatch watch;

    Watching(VirtualOnvifDevice device, Credentials credentials) {
      var client =
          new OnvifClient(
              device.address(),
              Optional.of(credentials),
              SoapSettings.DEFAULT,
              InstantSource.system());
      watch = new EventWatch(client, InstantSource.system());
      ended =
          CompletableFuture.supplyAsync(
              () -> watch.watch(events::add), Executors.newVirtualThreadPerTaskExecutor());
    }

    /// Returns once the device has this watch's subscription.
    Watching subscribed(VirtualOnvifDevice device) {
      while (device.subscriptionCount() == 0) {
        assertThat(ended).isNotDone();
        LockSupport.parkNanos(1_000_000);
      }
      return this;
    }

    @Override
    public void close() {
      watch.close();
      ended.join();
    }
  }

  @ParameterizedTest
  @EnumSource
  void watch_withEachQuirk_handsOnMotionAndBell(Quirk quirk) throws Exception {
    // who must log in to learn the time can only hope that it is right
    var ahead = quirk == Quirk.CLOCK_NEEDS_LOGIN ? Duration.ZERO : PLAIN.clockAhead();
    var options = PLAIN.with(quirk).withItsClockAheadBy(ahead);
    try (var device = VirtualOnvifDevice.open(options, InstantSource.system());
        var watching = new Watching(device, MONA).subscribed(device)) {
      device.state("Device/Trigger/DigitalInput", "LogicalState", "true");
      device.motion(true);
      assertThat(watching.events.take()).isEqualTo(new Other("Device/Trigger/DigitalInput"));
      assertThat(watching.events.take()).isEqualTo(new Motion(Change.BEGAN));
      device.bell();
      device.motion(false);
      assertThat(watching.events.take()).isEqualTo(new Bell());
      assertThat(watching.events.take()).isEqualTo(new Motion(Change.ENDED));
    }
  }

  @Test
  void close_whileItWaits_unsubscribesAndReturns() throws Exception {
    try (var device = VirtualOnvifDevice.open(PLAIN, InstantSource.system())) {
      var watching = new Watching(device, MONA).subscribed(device);
      device.motion(true);
      watching.events.take();
      watching.watch.close();
      assertThat(watching.ended.join()).isEqualTo(new OnvifFailure.Stopped());
      assertThat(device.subscriptionCount()).isZero();
    }
  }

  /// It rests after an event, unless the test is quicker.
  @RepeatedTest(20)
  void close_whileItRests_unsubscribesAndReturns() throws Exception {
    try (var device = VirtualOnvifDevice.open(PLAIN, InstantSource.system())) {
      var watching = new Watching(device, MONA).subscribed(device);
      device.motion(true);
      watching.events.take();
      watching.watch.close();
      assertThat(watching.ended.join()).isEqualTo(new OnvifFailure.Stopped());
      assertThat(device.subscriptionCount()).isZero();
    }
  }

  @Test
  void watch_cameraForgetsTheSubscription_endsWorthRetrying() throws Exception {
    try (var device = VirtualOnvifDevice.open(PLAIN, InstantSource.system());
        var watching = new Watching(device, MONA).subscribed(device)) {
      device.motion(true);
      watching.events.take();
      device.forgetSubscriptions();
      assertThat(watching.ended.join())
          .isInstanceOf(OnvifFailure.Faulted.class)
          .satisfies(why -> assertThat(why.worthRetrying()).isTrue());
    }
  }

  @Test
  void watch_wrongPassword_endsAtOnce() throws Exception {
    try (var device = VirtualOnvifDevice.open(PLAIN, InstantSource.system());
        var watching = new Watching(device, new Credentials("mona", "wrong"))) {
      assertThat(watching.ended.join()).isEqualTo(new OnvifFailure.CredentialsRefused());
    }
  }

  @Test
  void watch_cameraThatHasNewsAtOnceEachTime_isNotAskedWithoutARest() throws Exception {
    var chatter = VirtualOnvifDevice.open(PLAIN, InstantSource.system());
    BlockingQueue<Long> heardNanos = new ArrayBlockingQueue<>(64);
    var client =
        new OnvifClient(
            chatter.address(), Optional.of(MONA), SoapSettings.DEFAULT, InstantSource.system());
    var watch = new EventWatch(client, InstantSource.system());
    try (chatter;
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() ->
          watch.watch(event -> {
            if (heardNanos.offer(System.nanoTime())) {
              chatter.motion(true);
            }
          }));
      while (chatter.subscriptionCount() == 0) {
        LockSupport.parkNanos(1_000_000);
      }
      chatter.motion(true);
      heardNanos.take();
      long second = heardNanos.take();
      heardNanos.take();
      Duration twoRests = Duration.ofNanos(heardNanos.take() - second);
      watch.close();
      assertThat(twoRests).isGreaterThanOrEqualTo(EventWatch.REST_AFTER_EVENTS.multipliedBy(2));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_RENEW", "WHITE_SPACE", "REFERENCE_PARAMETERS"})
  void pull_afterHalfOfTheLifetime_keepsTheSubscriptionAlive(Quirk quirk) throws Exception {
    HandClock clock = new HandClock();
    var options = PLAIN.with(Quirk.PULLS_AT_ONCE, quirk);
    try (var device = VirtualOnvifDevice.open(options, clock);
        var client =
            new OnvifClient(device.address(), Optional.of(MONA), SoapSettings.DEFAULT, clock)) {
      PullPoint point =
          ((Answer.Given<PullPoint>) client.connect().then(OnvifClient.Connected::events)).value();
      for (int i = 0; i < 10; i++) {
        clock.moveOn(Duration.ofSeconds(31));
        assertThat(point.pull()).isEqualTo(new Answer.Given<>(List.of()));
      }
      clock.moveOn(Duration.ofSeconds(61));
      assertThat(point.pull()).as("nobody pulled in time").isInstanceOf(Answer.Failed.class);
    }
  }
}
