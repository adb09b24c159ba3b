package io.mashrabiya.media.rtsp;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.address.Fingerprint;
import io.mashrabiya.media.address.UrlParts;
import io.mashrabiya.words.Sentence;
import java.util.Optional;

/// Takes the URL that a person typed apart, at the edge: the address goes one way, the credentials
/// another.
///
/// The scheme says how the camera is called ([Carriage]); behind `#sha256=` an `rtsps` URL may name
/// the certificate that the camera has to show. Any other fragment is left out.
///
/// Leniencies: the scheme in any case, spaces around the whole, and those of [UrlParts].
public final class RtspUrl {
  private RtspUrl() {}

  /// What reading one came to. No message repeats any part of the URL, which may hold a password.
  public sealed interface Reading {
    /// A URL that can be called.
    record Understood(RtspAddress address, Optional<Credentials> credentials) implements Reading {
      @Override
      public String toString() {
        return "Understood[" + address + "]";
      }
    }

    /// A URL that cannot.
    ///
    /// @param offset the character at fault, from 0
    /// @param remedy what to write there instead, for a person
    record Malformed(int offset, Sentence remedy) implements Reading {}
  }

  /// Whether it begins as the URL of a camera that speaks RTSP.
  public static boolean is(String typed) {
    return Carriage.of(typed.strip()).isPresent();
  }

  /// Takes one apart.
  public static Reading read(String typed) {
    String url = typed.strip();
    Optional<Carriage> carriage = Carriage.of(url);
    if (carriage.isEmpty()) {
      return new Reading.Malformed(
          0, say("a camera's URL begins with {0} or {1}", "rtsp://", "rtsps://"));
    }
    return switch (UrlParts.read(url, carriage.get().prefix().length())) {
      case UrlParts.Reading.Malformed(int offset, Sentence remedy) ->
          new Reading.Malformed(offset, remedy);
      case UrlParts.Reading.Understood(UrlParts parts) -> address(carriage.get(), parts);
    };
  }

  private static Reading address(Carriage carriage, UrlParts parts) {
    Optional<Fingerprint> certificate = Optional.empty();
    if (carriage == Carriage.TLS && parts.fragment().isPresent()) {
      certificate = Fingerprint.ofWord(parts.fragment().get());
      if (certificate.isEmpty()) {
        return new Reading.Malformed(
            parts.fragmentOffset(),
            say(
                "behind {0} stands {1} and the 64 digits of the camera's certificate",
                "#", "sha256="));
      }
    }
    int port = parts.port().orElse(carriage.defaultPort());
    return new Reading.Understood(
        new RtspAddress(carriage, parts.host(), port, parts.pathAndQuery(), certificate),
        parts.credentials());
  }
}
