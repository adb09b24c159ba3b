package io.mashrabiya.relay.link;

import io.mashrabiya.wire.codec.Malformed;
import java.time.Duration;

/// What is said on one link, message by message.
interface Talk {
  /// A whole message came.
  ///
  /// @throws Malformed when the peer is to be sent away
  void said(byte[] message, Duration now) throws Malformed;
}
