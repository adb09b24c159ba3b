package io.mashrabiya.vault.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.vault.hpke.X25519PrivateKey;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.statement.Typ;
import java.util.Arrays;

/// Feeds a device with letters that its home signed and sealed, whatever they say.
public final class LetterFuzzing {
  private static final byte[] NO_AAD = {};
  private static final DeviceKeys DEVICE = DeviceKeys.generate();
  private static final Ed25519PrivateKey ROOT = Ed25519PrivateKey.generate();
  private static final Ed25519PrivateKey SIGN = Ed25519PrivateKey.generate();
  private static final HomeCertificate HOME =
      HomeCertificate.issue(
          ROOT.publicKey(), 1, SIGN.publicKey(), X25519PrivateKey.generate().publicKey(), ROOT);
  private static final DeviceLetters LETTERS = new DeviceLetters(DEVICE, HOME);

  private LetterFuzzing() {}

  /// The first byte is the type, the rest stands inside the seal.
  public static void toDevice(byte[] input) {
    if (input.length == 0) {
      return;
    }
    Typ typ = Typ.values()[(input[0] & 0xff) % Typ.values().length];
    byte[] body = Arrays.copyOfRange(input, 1, input.length);
    byte[] info = Letter.info(typ, HOME.household(), LETTERS.device(), Direction.TO_DEVICE);
    byte[] sealed = Hpke.seal(DEVICE.kem().publicKey(), info, NO_AAD, body);
    Letter letter =
        Letter.write(typ, HOME.household(), LETTERS.device(), Direction.TO_DEVICE, sealed, SIGN);
    switch (LETTERS.open(letter)) {
      case HomeLetter.Answered(var answer) -> assertThat(answer.bytes()).isEqualTo(body);
      case HomeLetter.Pushed(var push) -> assertThat(push.bytes()).isEqualTo(body);
      case HomeLetter.Refused() -> {
        // that is the other way it may end
      }
    }
  }
}
