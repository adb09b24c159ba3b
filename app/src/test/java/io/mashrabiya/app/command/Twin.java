package io.mashrabiya.app.command;

import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.open.Clocks;
import io.mashrabiya.device.open.Device;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.RefusedReason;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A phone in Java that keeps what it learned, and connects again as often as it has to: what a
/// person does who just waits.
final class Twin implements AutoCloseable {
  private static final Duration GUARD = Duration.ofSeconds(60);
  private static final long AGAIN_NANOS = 20_000_000; // nothing tells when a home is there
  private static final long A_LOOK_SECONDS = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private Membership membership;

  /// What is done with a link that is up; empty: try again.
  private interface Visit<T> {
    Optional<T> with(Device device, CountDownLatch newPicture) throws Exception;
  }

  Twin(PairingLink link, String name) throws Exception {
    this.membership = pair(link, name);
  }

  private Membership pair(PairingLink link, String name) throws Exception {
    long endNanos = System.nanoTime() + GUARD.toNanos();
    while (true) {
      try {
        if (Pairing.pair(http, link, name) instanceof Pairing.Outcome.Paired(var paired)) {
          return paired;
        }
      } catch (LinkFailed e) {
        // as when the home's own link is not up yet
      }
      waitUntil(endNanos, "not paired");
    }
  }

  Membership membership() {
    return membership;
  }

  /// Returns when it has seen a picture that was taken after this.
  void seesAPictureOfAfter(Instant then) throws Exception {
    visit(
        then,
        (device, newPicture) -> {
          if (device.household() instanceof Asked.Answered<Answer.HouseholdAnswer>(var household)
              && device.open(household.cameras().getFirst().camera()) instanceof Asked.Answered
              && newPicture.await(A_LOOK_SECONDS, TimeUnit.SECONDS)) {
            return Optional.of(true);
          }
          return Optional.empty();
        });
  }

  /// Why the home shows it nothing.
  RefusedReason refusal() throws Exception {
    return visit(
        Instant.MAX,
        (device, _) ->
            device.household() instanceof Asked.Refused<Answer.HouseholdAnswer>(var reason)
                ? Optional.of(reason)
                : Optional.empty());
  }

  /// Waits until a home has said something.
  interface Saying {
    void await() throws Exception;
  }

  /// Looks until the home refuses it, being behind, and stays until the home has said so: it is
  /// shown the newer list only then, by what this device does beside.
  void findsOut(Saying home) throws Exception {
    visit(
        Instant.MAX,
        (device, _) -> {
          Asked<Answer.HouseholdAnswer> asked = device.household();
          while (asked instanceof Asked.Answered<Answer.HouseholdAnswer>(var household)) {
            device.open(household.cameras().getFirst().camera());
            asked = device.household();
          }
          if (!(asked instanceof Asked.Refused)) {
            return Optional.empty();
          }
          home.await();
          return Optional.of(true);
        });
  }

  /// Why the way to the home ends, when it ends like this.
  String turnsAway(String words) throws Exception {
    long endNanos = System.nanoTime() + GUARD.toNanos();
    while (true) {
      try {
        Device.connect(http, membership, Clocks.ofSystem(), _ -> {}).close();
      } catch (LinkFailed e) {
        if (String.valueOf(e.getMessage()).contains(words)) {
          return e.getMessage();
        }
      }
      waitUntil(endNanos, "it is not turned away: " + words);
    }
  }

  private <T> T visit(Instant then, Visit<T> visit) throws Exception {
    long endNanos = System.nanoTime() + GUARD.toNanos();
    while (true) {
      var newPicture = new CountDownLatch(1);
      try (Device device =
          Device.connect(
              http,
              membership,
              Clocks.ofSystem(),
              sight -> {
                if (sight instanceof Sight.Seen seen
                    && Micros.instant(seen.captureMicros()).isAfter(then)) {
                  newPicture.countDown();
                }
              })) {
        Optional<T> came = device.homeOnline() ? visit.with(device, newPicture) : Optional.empty();
        membership = device.membership();
        if (came.isPresent()) {
          return came.get();
        }
      } catch (LinkFailed e) {
        // the home is not there yet, or has just come back under another certificate
      }
      waitUntil(endNanos, "it did not come to that");
    }
  }

  private static void waitUntil(long endNanos, String otherwise) {
    if (System.nanoTime() > endNanos) {
      throw new AssertionError(otherwise);
    }
    LockSupport.parkNanos(AGAIN_NANOS);
  }

  @Override
  public void close() {
    http.close();
  }
}
