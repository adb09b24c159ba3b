package io.mashrabiya.vault.letter;

import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.statement.Typ;
import java.util.Optional;

/// The home's end of the letters (formats, section 6). Immutable; any thread may use it.
///
/// Not guaranteed here: that a request is fresh, new and allowed; `home.authority` decides that.
public final class HomeLetters {
  private static final byte[] NO_AAD = {};

  private final HouseholdKeys keys;

  public HomeLetters(HouseholdKeys keys) {
    this.keys = keys;
  }

  /// Opens what claims to be a device's request.
  ///
  /// @param device the signing key of the device that the letter names, from the home's own list
  public RequestOpening open(Letter letter, VerifyingKey device) {
    boolean fromDevice =
        letter.direction() == Direction.TO_HOME
            && letter.household().equals(keys.household())
            && letter.device().equals(DeviceId.of(keys.household(), device))
            && isTheDevices(letter, device);
    if (!fromDevice) {
      return new RequestOpening.NotSigned();
    }
    Optional<byte[]> body = keys.home().kem().open(letter.info(), NO_AAD, letter.sealed());
    if (body.isEmpty()) {
      return new RequestOpening.Unreadable();
    }
    try {
      return new RequestOpening.Opened(
          Request.parse(letter.statement().typ(), body.get()), letter.hash());
    } catch (Malformed e) {
      return new RequestOpening.Unreadable();
    }
  }

  @Check
  private static boolean isTheDevices(Letter letter, VerifyingKey device) {
    return letter.statement().verifiedBy(device);
  }

  public Letter seal(Answer answer, DeviceId device, KemKey kem) {
    return seal(answer.typ(), answer.bytes(), device, kem);
  }

  public Letter seal(Push push, DeviceId device, KemKey kem) {
    return seal(push.typ(), push.bytes(), device, kem);
  }

  private Letter seal(Typ typ, byte[] body, DeviceId device, KemKey kem) {
    byte[] info = Letter.info(typ, keys.household(), device, Direction.TO_DEVICE);
    byte[] sealed = Hpke.seal(kem, info, NO_AAD, body);
    return Letter.write(
        typ, keys.household(), device, Direction.TO_DEVICE, sealed, keys.home().sign());
  }
}
