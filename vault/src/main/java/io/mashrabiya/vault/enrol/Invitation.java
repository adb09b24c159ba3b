package io.mashrabiya.vault.enrol;

import io.mashrabiya.vault.hpke.Hpke;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.Sha256;
import io.mashrabiya.wire.statement.Statement;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One invite with its keys, as both ends hold it (formats, section 7): opens and seals the two
/// messages of an enrolment. Immutable; any thread may use it.
///
/// Guarantee: a message that opens was sealed by somebody who has the link's secret, for this
/// household, this origin and, in the answer, this very first message. Not guaranteed here: that an
/// invite serves one device, a few tries and ten minutes only; `home.authority` counts.
public final class Invitation {
  public static final int MAX_TO_HOME_BYTES = 8_192;
  public static final int MAX_TO_DEVICE_BYTES = 65_536;

  private static final byte[] TO_HOME = ByteWriter.label("mashrabiya/v1/enrol-to-home");
  private static final byte[] TO_DEVICE = ByteWriter.label("mashrabiya/v1/enrol-to-device");

  private final PairingLink link;
  private final InviteKeys keys;

  private Invitation(PairingLink link) {
    this.link = link;
    this.keys = InviteKeys.derive(link.secret(), link.household());
  }

  /// A new invite of a household, to be carried by the relay at `origin`.
  public static Invitation fresh(HouseholdId household, String origin) {
    return new Invitation(new PairingLink(household, InviteSecret.fresh(), origin));
  }

  public static Invitation of(PairingLink link) {
    return new Invitation(link);
  }

  public PairingLink link() {
    return link;
  }

  public InviteId id() {
    return keys.id();
  }

  /// The newcomer's message.
  public byte[] sealToHome(Statement enrolRequest) {
    return insecureSealToHome(enrolRequest.text().getBytes(StandardCharsets.US_ASCII));
  }

  /// What a newcomer says of itself; empty counts as a try that did not open.
  public Optional<EnrolRequest> openToHome(byte[] message) {
    try {
      Optional<byte[]> body =
          EnrolMessage.open(keys.toHome(), toHomeAad(), message, MAX_TO_HOME_BYTES);
      return body.isEmpty()
          ? Optional.empty()
          : EnrolRequest.verify(new String(body.get(), StandardCharsets.ISO_8859_1))
              .filter(request -> request.household().equals(link.household()))
              .filter(request -> request.origin().equals(link.origin()))
              .filter(request -> Hpke.accepts(request.kem()));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /// The home's answer to exactly this message.
  public byte[] sealToDevice(byte[] message, EnrolAnswer answer) {
    return insecureSealToDevice(message, answer.bytes());
  }

  /// The home's answer to exactly this message; empty when it does not open or does not prove to be
  /// this household's.
  public Optional<EnrolAnswer> openToDevice(byte[] message, byte[] answer) {
    try {
      Optional<byte[]> body =
          EnrolMessage.open(keys.toDevice(), toDeviceAad(message), answer, MAX_TO_DEVICE_BYTES);
      return body.isEmpty() ? Optional.empty() : EnrolAnswer.verify(body.get(), link.household());
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /// Seals whatever it is given; by this name only for tests of what a liar with the link could
  /// send.
  byte[] insecureSealToHome(byte[] body) {
    return EnrolMessage.seal(keys.toHome(), toHomeAad(), body);
  }

  byte[] insecureSealToDevice(byte[] message, byte[] body) {
    return EnrolMessage.seal(keys.toDevice(), toDeviceAad(message), body);
  }

  private byte[] toHomeAad() {
    byte[] origin = link.origin().getBytes(StandardCharsets.US_ASCII);
    return new ByteWriter(TO_HOME.length + HouseholdId.SIZE_BYTES + origin.length)
        .put(TO_HOME)
        .put(link.household().bytes())
        .put(origin)
        .finish();
  }

  private byte[] toDeviceAad(byte[] message) {
    byte[] origin = link.origin().getBytes(StandardCharsets.US_ASCII);
    return new ByteWriter(TO_DEVICE.length + Sha256.SIZE_BYTES + origin.length)
        .put(TO_DEVICE)
        .put(Sha256.of(message))
        .put(origin)
        .finish();
  }

  @Override
  public String toString() {
    return "Invitation[" + id() + ", redacted]";
  }
}
