package io.mashrabiya.vault.enrol;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.keys.Nonce;
import java.security.SecureRandom;
import java.util.Optional;

/// A device that wants in: its message to the home, and what it makes of the answer (formats,
/// section 7). Immutable.
///
/// The same message may be sent again when the link broke before the answer came.
public final class Newcomer {
  private final Invitation invitation;
  private final DeviceKeys keys;
  private final Nonce nonce = Nonce.random(new SecureRandom());
  private final byte[] message;

  /// A newcomer with new keys.
  ///
  /// @param name what the device calls itself, 1 to 64 characters
  public Newcomer(PairingLink link, DeviceKeys keys, String name) {
    this.invitation = Invitation.of(link);
    this.keys = keys;
    EnrolRequest request =
        new EnrolRequest(
            link.household(),
            keys.sign().publicKey(),
            keys.kem().publicKey(),
            name,
            nonce,
            link.origin());
    this.message = invitation.sealToHome(request.sign(keys.sign()));
  }

  public Invitation invitation() {
    return invitation;
  }

  public byte[] message() {
    return message.clone();
  }

  /// The home's answer, only if all of it holds: it opens, the root hashes to the link's household,
  /// the certificate verifies under it, the nonce is ours, and the device is ours. Otherwise
  /// nothing may be stored.
  public Optional<EnrolAnswer> accept(byte[] answer) {
    return invitation
        .openToDevice(message, answer)
        .filter(opened -> opened.nonce().equals(nonce))
        .filter(opened -> opened.device().equals(keys.idIn(opened.certificate().household())));
  }
}
