package io.mashrabiya.device.open;

import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.letter.RefusedReason;
import java.time.Instant;

/// What the home answered to a device that wants to invite another.
public sealed interface NewInvite {
  /// It is out.
  ///
  /// @param invite what it is withdrawn by
  /// @param link holds the secret: for the newcomer alone
  /// @param until when it lets nobody in any more, by the home's clock
  record Made(InviteId invite, PairingLink link, Instant until) implements NewInvite {}

  record Refused(RefusedReason reason) implements NewInvite {}
}
