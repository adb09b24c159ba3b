package io.mashrabiya.home.door;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.desk.Desk;
import io.mashrabiya.home.desk.Inviting;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.words.Sentence;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Makes invites for whoever asks at the [LocalDoor], also for a household that no device belongs
/// to any more: who may enter the data folder could take the household over anyway.
///
/// Guarantee: the link's secret is in the body of the answer and nowhere else. Not guaranteed: what
/// becomes of the link behind the door; whoever has it first is let in.
public final class Invitations {
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  private final Function<InviteTerms, Inviting> home;
  private final Supplier<Map<String, CameraId>> cameras;
  private final Origin viewer;
  private final InstantSource clock;

  /// @param home makes them
  /// @param cameras under their names, those that there are when it is asked
  /// @param viewer where the viewer is served
  public Invitations(
      Function<InviteTerms, Inviting> home,
      Supplier<Map<String, CameraId>> cameras,
      Origin viewer,
      InstantSource clock) {
    this.home = home;
    this.cameras = cameras;
    this.viewer = viewer;
    this.clock = clock;
  }

  Reply make(InviteRequest asked) {
    try {
      InviteTerms terms = InviteQuery.read(asked.query()).terms(cameras.get(), clock.instant());
      return switch (home.apply(terms)) {
        case Inviting.Made(PairingLink link, Instant until) ->
            new Reply.Invited(
                new InviteReply.Made(
                    link.url(viewer.text() + "/", InsecureSecretAccess.token()), until));
        case Inviting.Behind() -> refusal(CONFLICT, say("There is no invite.").then(Desk.BEHIND));
        case Inviting.Full() ->
            refusal(
                CONFLICT,
                say(
                    "Too many invites are out, or too many cameras are named one by one: withdraw some, or wait until they end."));
      };
    } catch (Unfit e) {
      return refusal(BAD_REQUEST, e.words());
    }
  }

  private static Reply refusal(int status, Sentence words) {
    return new Reply.Refusal(status, words);
  }
}
