package io.mashrabiya.relay.route;

import io.mashrabiya.wire.certificate.HomeCertificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which link speaks as the home. Two that prove to be the same home are rivals: a machine and its
/// stolen copy, or one machine that came back before its old link was known to be dead. The first
/// is asked for a sign of life; if it is silent, or of a lower serial, it is replaced, else the
/// second is refused and both learn of it.
final class HomeSeat {
  /// A link that proved to be the home of a certificate.
  record Holder(LinkId link, HomeCertificate certificate) {}

  sealed interface Outcome {
    /// Nothing changed.
    record Same() implements Outcome {}

    /// The seat has a new holder; the links that had or wanted it before it are replaced.
    record Seated(Holder holder, List<LinkId> replaced) implements Outcome {}

    /// Whether the first is alive must be known first.
    record Asking(LinkId first) implements Outcome {}

    /// The holder stays; the other is refused as a rival.
    record Kept(LinkId holder, LinkId refused) implements Outcome {}

    /// Somebody came with a certificate that another has superseded.
    record Outdated(LinkId refused) implements Outcome {}

    /// The seat is empty now.
    record Vacant() implements Outcome {}
  }

  private static final Outcome SAME = new Outcome.Same();

  private final Duration silence;
  private @Nullable Holder holder;
  private @Nullable Holder rival;
  private Duration decideAt = Duration.ZERO;
  private long newestSerial;

  HomeSeat(Duration silence) {
    this.silence = silence;
  }

  Optional<LinkId> link() {
    return Optional.ofNullable(holder).map(Holder::link);
  }

  /// The holder's link, and the rival's.
  List<LinkId> links() {
    return Stream.of(Optional.ofNullable(holder), Optional.ofNullable(rival))
        .flatMap(Optional::stream)
        .map(Holder::link)
        .toList();
  }

  boolean isEmpty() {
    return holder == null && rival == null;
  }

  Outcome arrives(Holder arriving, Duration now) {
    long serial = arriving.certificate().serial();
    if (serial < newestSerial) {
      return new Outcome.Outdated(arriving.link());
    }
    boolean isNewer = serial > newestSerial;
    if (holder == null || isNewer) {
      return seat(arriving);
    }
    if (rival != null) {
      return new Outcome.Kept(holder.link(), arriving.link());
    }
    rival = arriving;
    decideAt = now.plus(silence);
    return new Outcome.Asking(holder.link());
  }

  /// A sign of life of a link.
  Outcome heard(LinkId link) {
    if (holder == null || rival == null || !holder.link().equals(link)) {
      return SAME;
    }
    var refused = rival;
    rival = null;
    return new Outcome.Kept(link, refused.link());
  }

  Outcome tick(Duration now) {
    return rival != null && now.compareTo(decideAt) >= 0 ? seat(rival) : SAME;
  }

  Outcome gone(LinkId link) {
    if (rival != null && rival.link().equals(link)) {
      rival = null;
      return SAME;
    }
    if (holder == null || !holder.link().equals(link)) {
      return SAME;
    }
    holder = null;
    return rival != null ? seat(rival) : new Outcome.Vacant();
  }

  private Outcome seat(Holder next) {
    var replaced =
        Stream.of(Optional.ofNullable(holder), Optional.ofNullable(rival))
            .flatMap(Optional::stream)
            .filter(other -> !other.equals(next))
            .map(Holder::link)
            .toList();
    holder = next;
    newestSerial = next.certificate().serial();
    rival = null;
    return new Outcome.Seated(next, replaced);
  }
}
