package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.statement.Signer;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;

/// A message between a device and its home, as it travels: signed by the sender, its body sealed to
/// the recipient (formats, section 6). The relay reads where it goes and what type it is, and
/// nothing else. Opening the body is `vault`'s.
///
/// @param direction who wrote to whom
/// @param sealed the body, HPKE to the recipient with [#info]
public record Letter(
    HouseholdId household,
    DeviceId device,
    Direction direction,
    byte[] sealed,
    Statement statement) {
  /// What the relay takes from a device; a home's answers may be as long as a statement.
  public static final int MAX_CHARACTERS_FROM_DEVICE = 65_536;

  public enum Direction {
    TO_HOME,
    TO_DEVICE
  }

  /// Reads a letter; whether the sender signed it is asked of [Letter#statement].
  public static Letter parse(String text, Direction direction) throws Malformed {
    if (direction == Direction.TO_HOME && text.length() > MAX_CHARACTERS_FROM_DEVICE) {
      throw new Malformed("letter", MAX_CHARACTERS_FROM_DEVICE);
    }
    var statement = Statement.parse(text);
    if (!statement.typ().isLetter()) {
      throw new Malformed("letter.typ", 0);
    }
    var fields = statement.fields();
    String from = fields.text("from");
    byte[] sealed = fields.bytes("sealed", Statement.MAX_CHARACTERS);
    String to = fields.text("to");
    fields.end();
    return switch (direction) {
      case TO_HOME ->
          new Letter(HouseholdId.parse(to), DeviceId.parse(from), direction, sealed, statement);
      case TO_DEVICE ->
          new Letter(HouseholdId.parse(from), DeviceId.parse(to), direction, sealed, statement);
    };
  }

  public static Letter write(
      Typ typ,
      HouseholdId household,
      DeviceId device,
      Direction direction,
      byte[] sealed,
      Signer sender) {
    boolean toHome = direction == Direction.TO_HOME;
    var payload =
        Json.object()
            .put("from", toHome ? device.toString() : household.toString())
            .put("sealed", sealed)
            .put("to", toHome ? household.toString() : device.toString())
            .build();
    return new Letter(household, device, direction, sealed, Statement.sign(typ, payload, sender));
  }

  /// HPKE's info for a body: type, sender and recipient, so that no letter opens as another.
  public static byte[] info(Typ typ, HouseholdId household, DeviceId device, Direction direction) {
    byte[] label = ByteWriter.label(typ.label());
    boolean toHome = direction == Direction.TO_HOME;
    return new ByteWriter(label.length + HouseholdId.SIZE_BYTES + DeviceId.SIZE_BYTES)
        .put(label)
        .put(toHome ? device.bytes() : household.bytes())
        .put(toHome ? household.bytes() : device.bytes())
        .finish();
  }

  public byte[] info() {
    return info(statement.typ(), household, device, direction);
  }

  /// What an answer to this letter names.
  public RequestHash hash() {
    return RequestHash.of(statement.text());
  }

  @Override
  public String toString() {
    return "Letter[" + statement.typ().label() + ", " + household + ", " + device + "]";
  }
}
