package io.mashrabiya.vault.enrol;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.link.Origin;
import java.nio.charset.StandardCharsets;

/// What a link or QR code tells a newcomer (formats, section 7): `<viewer's
/// address>#pair/1/<household id>/<secret>/<relay origin>`. It stands in the fragment, which
/// browsers never send to a server.
///
/// @param origin where the relay is, for example `https://relay.example`
public record PairingLink(HouseholdId household, InviteSecret secret, String origin) {
  private static final String PRODUCTION = "pairing-link";
  private static final String PREFIX = "pair/1/";
  private static final int MAX_CHARACTERS = 4_096;

  public PairingLink {
    origin = new Origin(origin).text();
  }

  /// Reads a link, or only its fragment.
  public static PairingLink parse(String link) throws Malformed {
    if (link.length() > MAX_CHARACTERS) {
      throw new Malformed(PRODUCTION, MAX_CHARACTERS);
    }
    int at = link.indexOf('#') + 1;
    if (!link.startsWith(PREFIX, at)) {
      throw new Malformed(PRODUCTION, at);
    }
    String[] parts = link.substring(at + PREFIX.length()).split("/", -1);
    if (parts.length != 3) {
      throw new Malformed(PRODUCTION, link.length());
    }
    byte[] secret = Base64Url.decode(PRODUCTION + ".secret", parts[1]);
    byte[] origin = Base64Url.decode(PRODUCTION + ".origin", parts[2]);
    if (secret.length != InviteSecret.SIZE_BYTES) {
      throw new Malformed(PRODUCTION, at);
    }
    return new PairingLink(
        HouseholdId.parse(parts[0]),
        InviteSecret.copyOf(secret, InsecureSecretAccess.token()),
        Origin.parse(new String(origin, StandardCharsets.ISO_8859_1)).text());
  }

  /// The whole link, secret and all: for the person who is to pair, and for no log.
  ///
  /// @param viewer where the viewer is, without a fragment
  public String url(String viewer, InsecureSecretAccess access) {
    return viewer
        + "#"
        + PREFIX
        + household
        + "/"
        + Base64Url.encode(secret.secret().toByteArray(access))
        + "/"
        + Base64Url.encode(origin.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "PairingLink[" + household + ", redacted]";
  }
}
