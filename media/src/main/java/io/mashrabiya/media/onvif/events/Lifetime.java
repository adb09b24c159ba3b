package io.mashrabiya.media.onvif.events;

import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/// How long a subscription lives on, out of the two times that a camera names beside it. Both are
/// its own clock's, so that a clock that is wrong by years does no harm.
final class Lifetime {
  /// What is asked for.
  static final Duration ASKED = Duration.ofSeconds(60);

  private static final Duration LEAST = Duration.ofSeconds(4);
  private static final Duration MOST = Duration.ofHours(1);

  private Lifetime() {}

  /// Reads it; empty where the camera does not name both times.
  ///
  /// @param namespace of the two times
  static Optional<Duration> read(XmlElement response, Namespace namespace) {
    Optional<Instant> now = response.value(namespace, "CurrentTime").flatMap(Lifetime::instant);
    Optional<Instant> end = response.value(namespace, "TerminationTime").flatMap(Lifetime::instant);
    return now.flatMap(from -> end.map(to -> clamped(Duration.between(from, to))));
  }

  private static Duration clamped(Duration named) {
    if (named.compareTo(LEAST) < 0) {
      return LEAST;
    }
    return named.compareTo(MOST) > 0 ? MOST : named;
  }

  /// Leniency: a time without a zone is taken as UTC, as both of them then are.
  private static Optional<Instant> instant(String text) {
    try {
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(text, Instant::from, LocalDateTime::from);
      return Optional.of(
          read instanceof LocalDateTime local
              ? local.toInstant(ZoneOffset.UTC)
              : Instant.from(read));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
