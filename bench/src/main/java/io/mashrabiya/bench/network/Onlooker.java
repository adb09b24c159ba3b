package io.mashrabiya.bench.network;

import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.open.Clocks;
import io.mashrabiya.device.open.Device;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Answer.HouseholdAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// A process that is one device of a household, the viewer's twin without pixels, until its input
/// ends. It pairs by the link that is its one argument and says `paired`. When it hears `look
/// WARM-UP LENGTH`, in milliseconds, it looks at the household's first camera for so long and says
/// `looked` with an [Onlook]. A link that ends is made again, as the viewer does.
///
/// Ages are counted from the home's stamp: it decodes nothing, and so reads no mark.
final class Onlooker {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long ASK_AGAIN_NANOS = 200_000_000;
  private static final long REDIAL_NANOS = 1_000_000_000;
  private static final long LOOK_NANOS = 100_000_000;
  private static final long MICROS_PER_MILLI = 1_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Newest newest = new Newest();
  private final Membership membership;
  private final CameraId camera;

  private Onlooker(PairingLink link) throws IOException, InterruptedException {
    membership = pair(link);
    camera = firstCamera();
  }

  public static void main(String[] arguments) throws Exception {
    Onlooker onlooker = new Onlooker(PairingLink.parse(arguments[0]));
    System.out.println("paired");
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] words = line.split(" ", -1);
      Onlook seen =
          onlooker.look(
              Duration.ofMillis(Long.parseLong(words[1])),
              Duration.ofMillis(Long.parseLong(words[2])));
      System.out.println("looked " + seen.line());
    }
    System.exit(0); // whatever threads of its links are left
  }

  private Membership pair(PairingLink link) throws IOException, InterruptedException {
    for (long until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; ) {
      if (Pairing.pair(http, link, "Onlooker") instanceof Pairing.Outcome.Paired(var taken)) {
        return taken;
      }
      LockSupport.parkNanos(ASK_AGAIN_NANOS); // the relay does not know the home yet
    }
    throw new IOException("the home takes nobody in");
  }

  private CameraId firstCamera() throws IOException, InterruptedException {
    try (Device device = Device.connect(http, membership, Clocks.ofSystem(), sight -> {})) {
      for (long until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; ) {
        if (device.household() instanceof Asked.Answered<HouseholdAnswer>(HouseholdAnswer answer)
            && !answer.cameras().isEmpty()) {
          return answer.cameras().getFirst().camera();
        }
        LockSupport.parkNanos(ASK_AGAIN_NANOS);
      }
    }
    throw new IOException("the home names no camera");
  }

  private Onlook look(Duration warmUp, Duration length) throws InterruptedException {
    newest.forget();
    Thread looking = Thread.ofVirtual().start(this::keepLooking);
    try {
      LockSupport.parkNanos(warmUp.toNanos());
      return note(length);
    } finally {
      looking.interrupt();
      looking.join();
    }
  }

  private Onlook note(Duration length) {
    List<Long> ages = new ArrayList<>();
    long before = newest.pictures();
    long begun = System.nanoTime();
    for (long at = 0; at < length.toNanos(); at += LOOK_NANOS) {
      LockSupport.parkNanos(begun + at - System.nanoTime());
      long taken = newest.captureMicros();
      if (taken > 0) {
        ages.add(System.currentTimeMillis() - taken / MICROS_PER_MILLI);
      }
    }
    return new Onlook(newest.pictures() - before, ages);
  }

  /// Until it is interrupted.
  private void keepLooking() {
    try {
      while (true) {
        try {
          lookOnce();
        } catch (LinkFailed e) {
          // as when the line is gone: it is tried again
        }
        Thread.sleep(Duration.ofNanos(REDIAL_NANOS));
      }
    } catch (InterruptedException e) {
      return; // enough was seen
    }
  }

  /// Until its links end.
  private void lookOnce() throws LinkFailed, InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    try (Device device =
        Device.connect(
            http,
            membership,
            Clocks.ofSystem(),
            sight -> {
              newest.see(sight);
              if (sight instanceof Sight.Ended) {
                ended.countDown();
              }
            })) {
      device.open(camera);
      ended.await();
    }
  }
}
