package io.mashrabiya.wire.card;

import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.statement.Signer;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import io.mashrabiya.wire.statement.Version;
import java.nio.charset.StandardCharsets;

/// The content keys that one device may have now, sealed for it and signed by the home (formats,
/// section 5). Opening it is `vault`'s; the relay keeps the newest of each device and learns
/// nothing of who may see which camera.
///
/// @param sealed HPKE to the device's key: the encapsulated key and the ciphertext
public record KeyCard(
    HouseholdId household, DeviceId device, Version version, byte[] sealed, Statement statement) {
  private static final String INFO = "mashrabiya/v1/key-card";
  private static final int MAX_KEYS = 1_024;

  /// The encapsulated key, the count, the keys with camera and KID, and the tag.
  private static final int MAX_SEALED_BYTES =
      KemKey.SIZE_BYTES + 2 + MAX_KEYS * (CameraId.SIZE_BYTES + 8 + 32) + 16;

  /// Reads a card; whether the home signed it is asked with [#signedBy].
  public static KeyCard parse(String text) throws Malformed {
    var statement = Statement.parse(text, Typ.KEY_CARD);
    var fields = statement.fields();
    var device = DeviceId.parse(fields.text("device"));
    var household = HouseholdId.parse(fields.text("household"));
    byte[] sealed = fields.bytes("sealed", MAX_SEALED_BYTES);
    var version = Version.of(fields);
    fields.end();
    return new KeyCard(household, device, version, sealed, statement);
  }

  public static KeyCard issue(
      HouseholdId household, DeviceId device, Version version, byte[] sealed, Signer home) {
    var object =
        Json.object()
            .put("device", device.toString())
            .put("household", household.toString())
            .put("sealed", sealed);
    var statement = Statement.sign(Typ.KEY_CARD, version.into(object).build(), home);
    return new KeyCard(household, device, version, sealed, statement);
  }

  public boolean signedBy(VerifyingKey home) {
    return statement.verifiedBy(home);
  }

  /// HPKE's info for every card.
  public static byte[] info() {
    return INFO.getBytes(StandardCharsets.US_ASCII);
  }

  /// HPKE's additional data: a card opens only as this version of this device of this household.
  public static byte[] additionalData(
      HouseholdId household, DeviceId device, Version version, KemKey kem) {
    return new ByteWriter(HouseholdId.SIZE_BYTES + DeviceId.SIZE_BYTES + 16 + KemKey.SIZE_BYTES)
        .put(household.bytes())
        .put(device.bytes())
        .u64(version.serial())
        .u64(version.number())
        .put(kem.bytes())
        .finish();
  }

  @Override
  public String toString() {
    return "KeyCard[" + household + ", " + device + ", " + version + "]";
  }
}
