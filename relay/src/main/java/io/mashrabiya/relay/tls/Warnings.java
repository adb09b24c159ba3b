package io.mashrabiya.relay.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What an operator should know of a certificate and key that work. Pure: time is handed in.
final class Warnings {
  private static final Duration SOON = Duration.ofDays(14);

  private Warnings() {}

  static List<String> of(
      Path key, X509Certificate certificate, boolean isReadByOthers, Instant now) {
    List<String> warnings = new ArrayList<>();
    if (isReadByOthers) {
      warnings.add(
          "Every user of this machine can read the key in "
              + key
              + ": take it from them with chmod o= '"
              + key
              + "'.");
    }
    Instant end = certificate.getNotAfter().toInstant();
    if (end.isBefore(now)) {
      warnings.add(
          "The certificate ended at "
              + end
              + ", and browsers refuse it: put a new one in its place.");
    } else if (end.isBefore(now.plus(SOON))) {
      warnings.add("The certificate ends at " + end + ": renew it before.");
    }
    if (certificate.getNotBefore().toInstant().isAfter(now)) {
      warnings.add(
          "The certificate begins only at "
              + certificate.getNotBefore().toInstant()
              + ": is this machine's clock right?");
    }
    return warnings;
  }
}
