package io.mashrabiya.device.open;

import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.statement.Statement;
import java.util.concurrent.Executor;

/// What a device holds as proven of its household while a link lasts: certificate and member list,
/// each only ever replaced by a newer one.
///
/// Guarantee: the list of every answer that counts is held before whoever asked hears of the
/// answer. It replaces the one held in no other way: each question names that, and a home of
/// another past does not answer it. A home that contradicts the list held, or says that it is
/// behind, is an old copy of itself and is shown that list, once until it serves again. Any thread
/// may call.
final class Knowledge {
  private final Correspondence correspondence;
  private final Executor aside;
  private Membership membership;

  /// The list that the home was shown; none since it served, or when it did not answer.
  private String shown = "";

  /// @param aside asks the home beside the way of what comes from it
  Knowledge(Membership membership, Correspondence correspondence, Executor aside) {
    this.membership = membership;
    this.correspondence = correspondence;
    this.aside = aside;
  }

  /// The membership under the certificate that a relay shows.
  ///
  /// @throws LinkFailed when it is not of the pinned root, or is older than one already seen
  static Membership under(Membership membership, Statement certificate) throws LinkFailed {
    try {
      return HomeCertificate.verify(certificate)
          .flatMap(membership::under)
          .orElseThrow(() -> new LinkFailed("the certificate is not of our root, or an old one"));
    } catch (Malformed e) {
      throw new LinkFailed("the relay handed over no certificate", e);
    }
  }

  synchronized Membership membership() {
    return membership;
  }

  /// The relay shows another certificate.
  ///
  /// @throws LinkFailed when it is not of the pinned root, or is older than one already seen
  synchronized void certificate(Statement certificate) throws LinkFailed {
    membership = under(membership, certificate);
  }

  /// The home answered.
  void heard(Answer answer) {
    switch (answer) {
      case Answer.Opened opened -> keep(opened.memberList());
      case Answer.Ruled ruled -> keep(ruled.memberList());
      case Answer.BeatAnswer _ -> showAgain();
      case Answer.Refused refused -> {
        if (refused.reason() == RefusedReason.BEHIND) {
          show();
        }
      }
      case Answer.HouseholdAnswer _, Answer.Invited _, Answer.Done _ -> {}
    }
  }

  /// The home said something unasked.
  void pushed(Push push) {
    switch (push) {
      case Push.HouseholdChanged changed -> pushed(changed.memberList());
    }
  }

  /// A newer list that came unasked may be of an old copy that has gone further than the one held.
  private synchronized void pushed(Statement memberList) {
    try {
      if (membership.withList(memberList).equals(membership)) {
        keep(memberList);
      } else {
        aside.execute(() -> confirm(memberList));
      }
    } catch (Malformed e) {
      // As below.
    }
  }

  private void confirm(Statement memberList) {
    var asked = correspondence.ask(Request.Household::new);
    var _ =
        asked.thenAccept(exchange -> {
          if (exchange.answer() instanceof Answer.HouseholdAnswer) {
            keep(memberList);
          }
        });
  }

  private synchronized void keep(Statement memberList) {
    try {
      if (membership.isContradictedBy(memberList)) {
        show();
      }
      membership = membership.withList(memberList);
    } catch (Malformed e) {
      // Signed by the home and no list all the same: nothing is known by it.
    }
  }

  private synchronized void show() {
    Statement held = membership.memberList().statement();
    if (!shown.equals(held.text())) {
      shown = held.text();
      aside.execute(() -> show(held));
    }
  }

  private void show(Statement held) {
    var asked = correspondence.ask(stamp -> new Request.Newer(stamp, held));
    var _ =
        asked.whenComplete((exchange, unanswered) -> {
          if (unanswered != null) {
            showAgain();
          }
        });
  }

  private synchronized void showAgain() {
    shown = "";
  }
}
