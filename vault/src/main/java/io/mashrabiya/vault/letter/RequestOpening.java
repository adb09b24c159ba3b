package io.mashrabiya.vault.letter;

import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Request;

/// What came of opening a letter to the home.
public sealed interface RequestOpening {
  /// The device wrote it, to this home.
  ///
  /// @param hash what the answer names, and for an `open` the session's name
  record Opened(Request request, RequestHash hash) implements RequestOpening {}

  /// Not of this device, or not to this household: to be dropped, for there is nobody to answer.
  record NotSigned() implements RequestOpening {}

  /// The device wrote it, but it does not open or is no request: to be refused as malformed.
  record Unreadable() implements RequestOpening {}
}
