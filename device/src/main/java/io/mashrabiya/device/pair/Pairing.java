package io.mashrabiya.device.pair;

import io.mashrabiya.device.link.ControlLink;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.vault.enrol.Newcomer;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.Origin;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/// Enrols a device at a home by a pairing link (formats, section 7). Blocking.
public final class Pairing {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Pairing() {}

  /// What came of it.
  public sealed interface Outcome {
    /// The household took the device in.
    record Paired(Membership membership) implements Outcome {}

    /// It did not, or whoever answered was not the household of the link. Nothing is to be stored.
    ///
    /// @param bye what the relay said, if it ended the link itself
    record NotPaired(Optional<ByeReason> bye) implements Outcome {}
  }

  /// Pairs with new keys, in one try: when it fails after the home took them in, they are lost, and
  /// the link is spent for all others.
  ///
  /// @param name what the device calls itself, 1 to 64 characters
  /// @throws LinkFailed when the relay cannot be reached or breaks off without a word
  public static Outcome pair(HttpClient http, PairingLink link, String name)
      throws LinkFailed, InterruptedException {
    return pair(http, link, DeviceKeys.generate(), name);
  }

  /// Sends one message and waits for its answer. May be called again with the same keys: a home
  /// that took them in answers once more.
  ///
  /// @param name what the device calls itself, 1 to 64 characters
  /// @throws LinkFailed when the relay cannot be reached or breaks off without a word
  public static Outcome pair(HttpClient http, PairingLink link, DeviceKeys keys, String name)
      throws LinkFailed, InterruptedException {
    Newcomer newcomer = new Newcomer(link, keys, name);
    DeviceSays hello = new DeviceSays.InviteHello(link.household(), newcomer.invitation().id());
    try {
      Origin origin = Origin.parse(link.origin());
      ControlLink.Greeted greeted = ControlLink.connect(http, origin, challenge -> hello);
      try (ControlLink control = greeted.link()) {
        control.send(new DeviceSays.Enrol(newcomer.message()));
        return newcomer
            .accept(answer(control))
            .<Outcome>map(taken -> new Outcome.Paired(membership(keys, taken, origin)))
            .orElseGet(() -> new Outcome.NotPaired(Optional.empty()));
      }
    } catch (Malformed e) {
      return new Outcome.NotPaired(Optional.empty());
    } catch (LinkFailed e) {
      if (e.reason().isEmpty()) {
        throw e;
      }
      return new Outcome.NotPaired(e.reason());
    }
  }

  private static byte[] answer(ControlLink control) throws LinkFailed, InterruptedException {
    while (true) {
      if (control.receive(PATIENCE) instanceof DeviceHears.Enrolled enrolled) {
        return enrolled.answer();
      }
    }
  }

  private static Membership membership(DeviceKeys keys, EnrolAnswer taken, Origin origin) {
    return new Membership(keys, taken.certificate(), taken.memberList(), taken.name(), origin);
  }
}
