package io.mashrabiya.proof.lie;

import io.mashrabiya.proof.world.Lie;
import java.util.List;

/// All of them.
public final class Lies {
  private Lies() {}

  /// Fresh ones, which remember nothing.
  public static List<Lie> all() {
    return List.of(
        new December26Cache(),
        new OneStillForAll(),
        new ResponseOffByOne(),
        new ReconnectStampedeJoin(),
        new CrossedHomes(),
        new Yesterday(),
        new LateEverything(),
        new LateFrames(),
        new Reordered(),
        new Dropped(),
        new Twice(),
        new Truncated(),
        new FlippedBit(),
        new OtherName(),
        new OldCards(),
        new OldMemberList(),
        new HiddenRemoval(),
        new OwnKeys(),
        new KeptInvite(),
        new AskedTwice(),
        new MuchLater(),
        new AnotherRelay(),
        new MemberForges(),
        new ForgedAnswers(),
        new ForgedLetters(),
        new HeldLetters(),
        new UninvitedGuest(),
        new FalseRate());
  }
}
