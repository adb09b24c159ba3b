package io.mashrabiya.vault.enrol;

import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import java.nio.charset.StandardCharsets;

/// Feeds both ends of an enrolment: from outside, and as somebody who has the link would.
public final class EnrolFuzzing {
  private static final HouseholdId HOUSEHOLD =
      HouseholdId.of(Ed25519PrivateKey.generate().publicKey());
  private static final String ORIGIN = "https://relay.example";
  private static final Invitation INVITATION = Invitation.fresh(HOUSEHOLD, ORIGIN);
  private static final byte[] MESSAGE = {};

  private EnrolFuzzing() {}

  public static void messages(byte[] input) {
    refused(INVITATION.openToHome(input).isPresent());
    refused(INVITATION.openToDevice(MESSAGE, input).isPresent());
  }

  /// The input stands inside seals that open.
  public static void inside(byte[] input) {
    INVITATION.openToHome(INVITATION.insecureSealToHome(input));
    refused(
        INVITATION
            .openToDevice(MESSAGE, INVITATION.insecureSealToDevice(MESSAGE, input))
            .isPresent());
  }

  public static void link(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      PairingLink link = PairingLink.parse(text);
      if (!text.endsWith(link.url("", InsecureSecretAccess.token()).substring(1))) {
        throw new AssertionError("read and written again, it is not the same");
      }
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  private static void refused(boolean opened) {
    if (opened) {
      throw new AssertionError("nobody sealed or signed this, and yet it opens");
    }
  }
}
