package io.mashrabiya.proof.house;

import io.mashrabiya.device.open.Asked;
import io.mashrabiya.device.open.Clocks;
import io.mashrabiya.device.open.Device;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.device.pair.Pairing;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.letter.Answer;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A device in Java, which takes part beside the browser: what it saw can be asked for in order.
public final class Phone implements AutoCloseable {
  private static final int GUARD_SECONDS = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Sight> sights = new LinkedBlockingQueue<>();
  private final List<Sight.Seen> saw = new CopyOnWriteArrayList<>();
  private final Device device;

  /// Pairs by this link.
  public Phone(PairingLink link) throws Exception {
    this(paired(link));
  }

  /// A device that is paired already.
  public Phone(Membership membership) throws Exception {
    this.device = Device.connect(http, membership, Clocks.ofSystem(), this::take);
  }

  private static Membership paired(PairingLink link) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return switch (Pairing.pair(http, link, "Phone")) {
        case Pairing.Outcome.Paired(Membership membership) -> membership;
        case Pairing.Outcome.NotPaired(var why) -> throw new AssertionError("not paired: " + why);
      };
    }
  }

  private void take(Sight sight) {
    if (sight instanceof Sight.Seen seen) {
      saw.add(seen);
    }
    sights.add(sight);
  }

  /// All frames that it ever opened.
  public List<Sight.Seen> saw() {
    return List.copyOf(saw);
  }

  /// For whatever else a device may ask.
  public Device device() {
    return device;
  }

  public Membership membership() {
    return device.membership();
  }

  /// Looks at the household's first camera.
  public Answer.Opened open() throws Exception {
    return answer(device.open(household().cameras().getFirst().camera()));
  }

  public Answer.HouseholdAnswer household() throws Exception {
    return answer(device.household());
  }

  /// Removes another device, and returns when the home has confirmed it.
  public void remove(DeviceId other) throws Exception {
    answer(device.remove(other));
  }

  /// The next picture of this kind.
  public Sight.Seen sees(Predicate<Sight.Seen> wanted) throws Exception {
    while (true) {
      Sight sight = sights.poll(GUARD_SECONDS, TimeUnit.SECONDS);
      if (sight == null) {
        throw new AssertionError("nothing was seen");
      }
      if (sight instanceof Sight.Seen seen && wanted.test(seen)) {
        return seen;
      }
    }
  }

  /// What the home answered, if it did not refuse.
  public static <A extends Answer> A answer(Asked<A> asked) {
    return switch (asked) {
      case Asked.Answered<A>(A answer) -> answer;
      case Asked.Refused<A>(var reason) -> throw new AssertionError("refused: " + reason);
    };
  }

  @Override
  public void close() {
    device.close();
    http.close();
  }
}
