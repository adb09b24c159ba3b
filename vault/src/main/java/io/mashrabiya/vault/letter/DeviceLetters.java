package io.mashrabiya.vault.letter;

import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.check.Check;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.statement.Typ;
import java.util.Optional;

/// A device's end of the letters (formats, section 6), for one certificate of its home. Immutable;
/// any thread may use it.
///
/// Guarantee: an opened answer was written by the certified home to this device, and names the
/// request that it answers. Not guaranteed here: that this request was asked by this page; who
/// asked compares the hash.
public final class DeviceLetters {
  private static final byte[] NO_AAD = {};

  private final DeviceKeys keys;
  private final HomeCertificate home;
  private final DeviceId device;

  public DeviceLetters(DeviceKeys keys, HomeCertificate home) {
    this.keys = keys;
    this.home = home;
    this.device = keys.idIn(home.household());
  }

  public DeviceId device() {
    return device;
  }

  public Letter seal(Request request) {
    byte[] info = Letter.info(request.typ(), home.household(), device, Direction.TO_HOME);
    byte[] sealed = Hpke.seal(home.kem(), info, NO_AAD, request.bytes());
    return Letter.write(
        request.typ(), home.household(), device, Direction.TO_HOME, sealed, keys.sign());
  }

  /// Opens what claims to be the home's.
  public HomeLetter open(Letter letter) {
    boolean fromHome =
        letter.direction() == Direction.TO_DEVICE
            && letter.household().equals(home.household())
            && letter.device().equals(device)
            && isTheHomes(letter);
    if (!fromHome) {
      return new HomeLetter.Refused();
    }
    Optional<byte[]> body = keys.kem().open(letter.info(), NO_AAD, letter.sealed());
    if (body.isEmpty()) {
      return new HomeLetter.Refused();
    }
    try {
      return read(letter.statement().typ(), body.get());
    } catch (Malformed e) {
      return new HomeLetter.Refused();
    }
  }

  @Check
  private boolean isTheHomes(Letter letter) {
    return letter.statement().verifiedBy(home.sign());
  }

  private static HomeLetter read(Typ typ, byte[] body) throws Malformed {
    return typ == Typ.HOUSEHOLD_CHANGED
        ? new HomeLetter.Pushed(Push.parse(typ, body))
        : new HomeLetter.Answered(Answer.parse(typ, body));
  }
}
