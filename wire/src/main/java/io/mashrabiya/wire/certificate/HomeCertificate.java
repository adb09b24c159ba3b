package io.mashrabiya.wire.certificate;

import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.statement.Signer;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import java.util.Optional;

/// The root's word that these keys are the home's (formats, section 2).
///
/// Guarantee: an instance exists only if the signature verifies under `root` and `household` is the
/// hash of `root`; who knows the household's id needs nothing else to know the home. Not
/// guaranteed: that it is the newest; whoever remembers a serial refuses a lower one.
///
/// @param root the household's root key, which devices pin
/// @param serial rises with every certificate of the root; from 1
/// @param sign the key that signs everything else of the household
/// @param kem the key that letters to the home are sealed to
/// @param statement as it is handed on
public record HomeCertificate(
    HouseholdId household,
    VerifyingKey root,
    long serial,
    VerifyingKey sign,
    KemKey kem,
    Statement statement) {

  /// Empty when the statement is well-formed but does not prove itself.
  public static Optional<HomeCertificate> verify(Statement statement) throws Malformed {
    var fields = statement.fields();
    var household = HouseholdId.parse(fields.text("household"));
    var kem = new KemKey(fields.exactly("kem", KemKey.SIZE_BYTES));
    var root = new VerifyingKey(fields.exactly("root", VerifyingKey.SIZE_BYTES));
    long serial = fields.whole("serial");
    var sign = new VerifyingKey(fields.exactly("sign", VerifyingKey.SIZE_BYTES));
    fields.end();
    boolean proven =
        statement.typ() == Typ.HOME_CERTIFICATE
            && serial > 0
            && HouseholdId.of(root).equals(household)
            && statement.verifiedBy(root);
    return proven
        ? Optional.of(new HomeCertificate(household, root, serial, sign, kem, statement))
        : Optional.empty();
  }

  public static Optional<HomeCertificate> verify(String text) throws Malformed {
    return verify(Statement.parse(text, Typ.HOME_CERTIFICATE));
  }

  /// Signed by the root, which `signer` holds.
  public static HomeCertificate issue(
      VerifyingKey root, long serial, VerifyingKey sign, KemKey kem, Signer signer) {
    var household = HouseholdId.of(root);
    var payload =
        Json.object()
            .put("household", household.toString())
            .put("kem", kem.bytes())
            .put("root", root.bytes())
            .put("serial", serial)
            .put("sign", sign.bytes())
            .build();
    return new HomeCertificate(
        household, root, serial, sign, kem, Statement.sign(Typ.HOME_CERTIFICATE, payload, signer));
  }
}
