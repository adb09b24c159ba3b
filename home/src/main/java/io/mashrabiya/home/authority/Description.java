package io.mashrabiya.home.authority;

import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.InviteEntry;
import java.time.Instant;
import java.util.List;

/// How much there is to tell of a household: a letter can carry so much and no more, so what would
/// not fit is not taken in.
final class Description {
  /// Of everything but the cameras' own entries, which are few; the letter takes half as much
  /// again.
  static final int MAX_BYTES = 96 * 1024;

  private static final RequestHash NO_REQUEST = RequestHash.of("");

  private Description() {}

  static boolean fits(Roster roster, House house, List<InviteEntry> invites) {
    var all =
        new Answer.HouseholdAnswer(
            Instant.EPOCH,
            NO_REQUEST,
            "",
            List.of(),
            roster.members().values().stream().map(Member::entry).toList(),
            invites,
            house.privacy(),
            house.wall().getId());
    return all.bytes().length <= MAX_BYTES;
  }
}
