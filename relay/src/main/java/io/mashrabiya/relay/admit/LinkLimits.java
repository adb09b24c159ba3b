package io.mashrabiya.relay.admit;

import io.mashrabiya.relay.admit.TokenBucket.Rate;
import io.mashrabiya.wire.link.MediaMessage;

/// What one link may send.
///
/// @param firstBytes the longest message before the link has proved itself, so that strangers
///   cannot make the relay hold more than that for each of their links
/// @param messageBytes the longest message after that
/// @param messages how many
/// @param bytes how much altogether
public record LinkLimits(int firstBytes, int messageBytes, Rate messages, Rate bytes) {
  /// Longer than a certificate, a proof and the longest origin together.
  public static final int HELLO_BYTES = 8 << 10;

  /// Longer than a ticket.
  private static final int TICKET_BYTES = 64;

  /// Longer than any statement, with what JSON puts around it.
  private static final int CONTROL_BYTES = 256 << 10;

  /// After a connect a home sends its list, a card for each of up to 256 members, and its invites.
  public static final LinkLimits HOME_CONTROL =
      new LinkLimits(
          HELLO_BYTES, CONTROL_BYTES, new Rate(2_000, 200), new Rate(64L << 20, 4L << 20));

  /// Forty cameras of 25 pictures a second, and a burst of their newest groups.
  public static final LinkLimits HOME_MEDIA =
      new LinkLimits(
          TICKET_BYTES,
          MediaMessage.MAX_BYTES,
          new Rate(20_000, 2_000),
          new Rate(256L << 20, 32L << 20));

  public static final LinkLimits DEVICE_CONTROL =
      new LinkLimits(HELLO_BYTES, CONTROL_BYTES, new Rate(120, 20), new Rate(1L << 20, 128L << 10));

  /// One acknowledgement for each frame that it got.
  public static final LinkLimits DEVICE_MEDIA =
      new LinkLimits(TICKET_BYTES, 64, new Rate(20_000, 2_000), new Rate(1L << 20, 128L << 10));
}
