package io.mashrabiya.vault.keys;

import io.mashrabiya.vault.hpke.X25519PrivateKey;
import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Track;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The text of a key file (docs/ref/keys.md): canonical JSON, so that a damaged byte is seen.
final class KeyFileFormat {
  private static final String PRODUCTION = "key-file";
  private static final String FORMAT = "mashrabiya/v1/key-file";
  private static final int MAX_STILLS = 4096;

  private KeyFileFormat() {}

  /// Empty when it is well-formed, but its certificate does not prove itself or names other keys.
  static Optional<HouseholdKeys> parse(byte[] text) throws Malformed {
    Fields fields = Fields.parse(PRODUCTION, text);
    String certificate = fields.text("certificate");
    fields.text("format", FORMAT::equals);
    HomeKeys home =
        new HomeKeys(
            Ed25519PrivateKey.ofSeed(secret(fields, "sign")),
            X25519PrivateKey.of(secret(fields, "kem")));
    Map<CameraId, StillKey> stills = stills(fields);
    fields.end();
    return HomeCertificate.verify(certificate)
        .filter(proven -> proven.sign().equals(home.sign().publicKey()))
        .filter(proven -> proven.kem().equals(home.kem().publicKey()))
        .map(proven -> new HouseholdKeys(home, proven, stills));
  }

  static byte[] bytes(HouseholdKeys keys) {
    InsecureSecretAccess access = InsecureSecretAccess.token();
    List<Map.Entry<CameraId, StillKey>> stills =
        keys.stills().entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
            .toList();
    return Json.object()
        .put("certificate", keys.certificate().statement().text())
        .put("format", FORMAT)
        .put("kem", keys.home().kem().secret().toByteArray(access))
        .put("sign", keys.home().sign().seed().toByteArray(access))
        .put("stills", stills, entry -> still(entry.getKey(), entry.getValue()))
        .build()
        .bytes();
  }

  private static Json still(CameraId camera, StillKey still) {
    return Json.object()
        .put("camera", camera.toString())
        .put("key", still.key().secret().toByteArray(InsecureSecretAccess.token()))
        .put("kid", still.kid().value())
        .build();
  }

  private static Map<CameraId, StillKey> stills(Fields fields) throws Malformed {
    record Still(CameraId camera, StillKey key) {}
    List<Still> read =
        fields.items(
            "stills",
            MAX_STILLS,
            (value, production) -> {
              Fields still = Fields.of(value, production);
              CameraId camera = CameraId.parse(still.text("camera"));
              BaseKey key = new BaseKey(secret(still, "key"));
              Kid kid = Kid.of(still.whole("kid"));
              still.end();
              if (kid.track() != Track.STILL) {
                throw still.malformed("kid");
              }
              return new Still(camera, new StillKey(kid, key));
            });
    Map<CameraId, StillKey> stills = new HashMap<>();
    for (Still still : read) {
      if (stills.put(still.camera(), still.key()) != null) {
        throw fields.malformed("stills");
      }
    }
    return stills;
  }

  private static SecretBytes secret(Fields fields, String name) throws Malformed {
    return SecretBytes.copyOf(fields.exactly(name, 32), InsecureSecretAccess.token());
  }
}
