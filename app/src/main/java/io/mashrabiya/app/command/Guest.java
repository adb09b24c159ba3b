package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.open.Clocks;
import io.mashrabiya.device.open.Device;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.CameraEntry;
import io.mashrabiya.words.Told;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A device that looks at a household for a moment, as a person does in the browser: it pairs by a
/// link and waits for pictures. Blocking, but for no longer than its patience.
final class Guest {
  private static final Duration AGAIN = Duration.ofMillis(20);
  private static final int ENOUGH_PICTURES = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final long deadlineNanos;

  Guest(Duration patience) {
    deadlineNanos = System.nanoTime() + patience.toNanos();
  }

  /// Pairs and looks at the first camera until some pictures were opened.
  ///
  /// @throws Complaint when the patience ends first
  void lookBy(PairingLink link) throws Complaint, InterruptedException {
    Membership membership = pair(link);
    var pictures = new CountDownLatch(ENOUGH_PICTURES);
    try (Device device =
        Device.connect(
            http,
            membership,
            Clocks.ofSystem(),
            sight -> {
              if (sight instanceof Sight.Seen) {
                pictures.countDown();
              }
            })) {
      device.open(firstCamera(device).camera());
      if (!pictures.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw gaveUp();
      }
    } catch (LinkFailed e) {
      throw new Complaint(Exit.FAILED, say("The link broke: {0}", Told.of(e)), e);
    }
  }

  private Membership pair(PairingLink link) throws Complaint, InterruptedException {
    while (true) {
      try {
        if (Pairing.pair(http, link, "Guest") instanceof Pairing.Outcome.Paired(var membership)) {
          return membership;
        }
      } catch (LinkFailed e) {
        // as when the home's own link is not up yet
      }
      waitBeforeAgain();
    }
  }

  private CameraEntry firstCamera(Device device)
      throws Complaint, LinkFailed, InterruptedException {
    while (true) {
      if (device.household() instanceof Asked.Answered<Answer.HouseholdAnswer>(var household)) {
        return household.cameras().getFirst();
      }
      waitBeforeAgain();
    }
  }

  /// Nothing tells when a home is there: one asks again.
  private void waitBeforeAgain() throws Complaint, InterruptedException {
    if (System.nanoTime() > deadlineNanos) {
      throw gaveUp();
    }
    Thread.sleep(AGAIN);
  }

  private static Complaint gaveUp() {
    return new Complaint(Exit.FAILED, say("No pictures came in time."));
  }
}
