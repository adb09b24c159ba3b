package io.mashrabiya.wire.link;

import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.statement.Signer;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;

/// The answer to a relay's challenge (formats, sections 2 and 8): who is at the other end of a
/// link. It is for one challenge of one origin, so that a relay cannot use it at another.
///
/// Guarantee of [#answers]: the signer of `key` answered this very challenge for this very origin.
public sealed interface LinkProof {
  HouseholdId household();

  Challenge challenge();

  Origin origin();

  Statement statement();

  default boolean answers(Challenge asked, Origin own, VerifyingKey key) {
    return challenge().equals(asked) && origin().equals(own) && statement().verifiedBy(key);
  }

  record OfHome(HouseholdId household, Challenge challenge, Origin origin, Statement statement)
      implements LinkProof {
    public static OfHome parse(String text) throws Malformed {
      var statement = Statement.parse(text, Typ.HOME_LINK);
      var fields = statement.fields();
      var household = HouseholdId.parse(fields.text("household"));
      var challenge = new Challenge(fields.exactly("nonce", Challenge.SIZE_BYTES));
      var origin = Origin.parse(fields.text("origin"));
      fields.end();
      return new OfHome(household, challenge, origin, statement);
    }

    public static OfHome sign(
        HouseholdId household, Challenge challenge, Origin origin, Signer home) {
      var payload =
          Json.object()
              .put("household", household.toString())
              .put("nonce", challenge.bytes())
              .put("origin", origin.text())
              .build();
      return new OfHome(household, challenge, origin, Statement.sign(Typ.HOME_LINK, payload, home));
    }
  }

  record OfDevice(
      HouseholdId household,
      DeviceId device,
      Challenge challenge,
      Origin origin,
      Statement statement)
      implements LinkProof {
    public static OfDevice parse(String text) throws Malformed {
      var statement = Statement.parse(text, Typ.DEVICE_LINK);
      var fields = statement.fields();
      var device = DeviceId.parse(fields.text("device"));
      var household = HouseholdId.parse(fields.text("household"));
      var challenge = new Challenge(fields.exactly("nonce", Challenge.SIZE_BYTES));
      var origin = Origin.parse(fields.text("origin"));
      fields.end();
      return new OfDevice(household, device, challenge, origin, statement);
    }

    public static OfDevice sign(
        HouseholdId household, DeviceId device, Challenge challenge, Origin origin, Signer signer) {
      var payload =
          Json.object()
              .put("device", device.toString())
              .put("household", household.toString())
              .put("nonce", challenge.bytes())
              .put("origin", origin.text())
              .build();
      return new OfDevice(
          household, device, challenge, origin, Statement.sign(Typ.DEVICE_LINK, payload, signer));
    }
  }
}
