package io.mashrabiya.home.desk;

import io.mashrabiya.vault.enrol.PairingLink;
import java.time.Instant;

/// What became of an invite that somebody at the home's own machine asked for.
public sealed interface Inviting {
  /// It is out.
  ///
  /// @param link holds the secret: for the person who asked, and for no log
  /// @param until when it lets nobody in any more
  record Made(PairingLink link, Instant until) implements Inviting {}

  /// The home is an old copy of itself and serves nobody.
  record Behind() implements Inviting {}

  /// So much is out, or so many cameras are named, that those who manage could not be told of it.
  record Full() implements Inviting {}
}
