package io.mashrabiya.wire.enrol;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.statement.Signer;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import java.util.List;
import java.util.Optional;

/// What a newcomer says of itself, signed with the key that it brings (formats, section 7). It
/// travels only under the invite's key.
///
/// Guarantee: an instance that was read proves possession of `sign`'s private key for this
/// household.
///
/// @param kem the key of HPKE's suite 0x0020; keys of suites to come are kept out of sight here
/// @param name what the device calls itself
/// @param origin the relay it came through, as the link named it
public record EnrolRequest(
    HouseholdId household, VerifyingKey sign, KemKey kem, String name, Nonce nonce, String origin) {
  private static final int MAX_KEMS = 4;
  private static final int MAX_KEM_KEY_BYTES = 2_048;

  /// Empty when it is well-formed but not signed by the key that it names.
  public static Optional<EnrolRequest> verify(String text) throws Malformed {
    var statement = Statement.parse(text, Typ.ENROL);
    var fields = statement.fields();
    var household = HouseholdId.parse(fields.text("household"));
    var kems = fields.objects("kems", MAX_KEMS, EnrolRequest::kem);
    String name = fields.words("name");
    var nonce = new Nonce(fields.exactly("nonce", Nonce.SIZE_BYTES));
    String origin = Origin.parse(fields.text("origin")).text();
    var sign = new VerifyingKey(fields.exactly("sign", VerifyingKey.SIZE_BYTES));
    fields.end();
    List<KemKey> known = kems.stream().flatMap(Optional::stream).toList();
    if (known.size() != 1) {
      throw fields.malformed("kems");
    }
    return statement.verifiedBy(sign)
        ? Optional.of(new EnrolRequest(household, sign, known.getFirst(), name, nonce, origin))
        : Optional.empty();
  }

  /// The statement, signed by the device.
  public Statement sign(Signer device) {
    var suite = Json.object().put("kem", KemKey.KEM_ID).put("key", kem.bytes()).build();
    var payload =
        Json.object()
            .put("household", household.toString())
            .put("kems", List.of(suite), member -> member)
            .put("name", name)
            .put("nonce", nonce.bytes())
            .put("origin", origin)
            .put("sign", sign.bytes())
            .build();
    return Statement.sign(Typ.ENROL, payload, device);
  }

  private static Optional<KemKey> kem(Fields fields) throws Malformed {
    long suite = fields.whole("kem");
    byte[] key = fields.bytes("key", MAX_KEM_KEY_BYTES);
    if (suite != KemKey.KEM_ID) {
      return Optional.empty();
    }
    if (key.length != KemKey.SIZE_BYTES) {
      throw fields.malformed("key");
    }
    return Optional.of(new KemKey(key));
  }
}
