package io.mashrabiya.proof.world;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.device.open.Sight;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.statement.Statement;
import java.util.function.LongPredicate;

/// Is told all that devices hear and what they make of it, in order: so that others can be asked
/// what they make of the same.
public interface Witness {
  /// Nobody is there.
  Witness NONE = (name, membership, now, certificate) -> new Visit() {};

  /// A relay lets a device in, and shows it this certificate.
  ///
  /// @param membership what the device holds of its household so far
  Visit begins(String name, Membership membership, Moment now, Statement certificate);

  /// One device, from a relay's welcome to the end of its links.
  interface Visit {
    /// Whether it takes the certificate that it was shown last.
    default void certified(boolean taken) {}

    /// It asks its home.
    default void asks(Moment now, Letter question) {}

    /// Whoever asked last gives up, once that is run.
    default Runnable patience() {
      return () -> {};
    }

    /// A message comes on the control link.
    default void hears(Moment now, Message message) {}

    /// A message comes on the media link.
    default void sees(Moment now, Message message) {}

    /// Something of what came is done a little later.
    default Runnable aside(Runnable deed) {
      return deed;
    }

    /// What it makes of a picture.
    default void saw(Sight sight) {}

    /// The time comes to say again what is live.
    default void looks(Moment now, LongPredicate isLive) {}

    /// What came last cannot be of an honest relay, and ends the links.
    default void fails() {}

    /// The links are gone.
    default void ends() {}
  }
}
