package io.mashrabiya.home.link;

import io.mashrabiya.home.link.WebSocketLine.Heard;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.LinkProof;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// The first words on a control link (formats, section 8): the relay asks, the home proves itself,
/// and the relay takes it or does not.
///
/// Guarantee: nothing is signed for a relay that says it is another one than the configured.
public final class Greeting {
  private final HouseholdKeys keys;
  private final Origin origin;
  private final Optional<AdmissionCode> admission;
  private final Duration patience;

  /// What came of it.
  sealed interface Outcome {
    /// The household is proven and admitted.
    ///
    /// @param ticket for the first media link
    record Welcomed(Ticket ticket) implements Outcome {}

    /// The relay says it is another one; it was told nothing.
    record OtherOrigin() implements Outcome {}

    record Refused(ByeReason reason) implements Outcome {}
  }

  /// @param admission shown at each greeting: a relay that has taken the household in does not look
  ///   at it
  /// @param patience for each word of the relay
  Greeting(
      HouseholdKeys keys, Origin origin, Optional<AdmissionCode> admission, Duration patience) {
    this.keys = keys;
    this.origin = origin;
    this.admission = admission;
    this.patience = patience;
  }

  /// Blocks until the relay has decided.
  Outcome on(WebSocketLine line) throws IOException, InterruptedException, Malformed {
    if (!(next(line) instanceof HomeHears.Ask ask)) {
      throw new IOException("the relay asked nothing");
    }
    if (!isOf(origin, ask)) {
      return new Outcome.OtherOrigin();
    }
    LinkProof.OfHome proof =
        LinkProof.OfHome.sign(keys.household(), ask.nonce(), origin, keys.home().sign());
    if (admission.isPresent()) {
      line.send(new HomeSays.Admission(admission.get()).text());
    }
    line.send(new HomeSays.HomeHello(keys.certificate().statement(), proof).text());
    return switch (next(line)) {
      case HomeHears.Welcome(Ticket ticket) -> new Outcome.Welcomed(ticket);
      case HomeHears.Bye(ByeReason reason) -> new Outcome.Refused(reason);
      default -> throw new IOException("the relay did not welcome us");
    };
  }

  /// Whether it is the relay of that origin that asks.
  @Check
  public static boolean isOf(Origin origin, HomeHears.Ask ask) {
    return ask.origin().equals(origin);
  }

  private HomeHears next(WebSocketLine line) throws IOException, InterruptedException, Malformed {
    return switch (line.receive(patience).orElse(new Heard.End("silent"))) {
      case Heard.Text(String text) -> HomeHears.parse(text);
      case Heard.Pong() -> next(line);
      case Heard.Bytes(byte[] bytes) -> throw new Malformed("control", 0);
      case Heard.End(String why) -> throw new IOException(why);
    };
  }
}
