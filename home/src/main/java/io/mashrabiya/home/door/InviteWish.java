package io.mashrabiya.home.door;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.letter.Manage;
import io.mashrabiya.wire.right.Right;
import io.mashrabiya.wire.right.Rights;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.words.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An invite as a person asks for it, with cameras by their names.
///
/// @param goodFor how long it lets somebody in
/// @param given what is to be given; empty: see [#gives]
/// @param cameras only at these; empty: at every one, also those to come
/// @param until when the newcomer's time is over; empty: never
/// @param week the hours in which it may; empty: at any time
public record InviteWish(
    Duration goodFor,
    Optional<Given> given,
    List<String> cameras,
    Optional<Instant> until,
    Week week) {
  /// What is asked for without a word more: one device that may everything, ten minutes.
  public static final InviteWish PLAIN =
      new InviteWish(
          Duration.ofMinutes(10), Optional.empty(), List.of(), Optional.empty(), Week.EMPTY);

  public InviteWish {
    cameras = List.copyOf(cameras);
  }

  /// What a newcomer may.
  public record Given(boolean manage, Set<Right> rights) {
    private static final Given EVERYTHING = new Given(true, Right.ALL);
    private static final Given LOOK = new Given(false, Set.of(Right.VIEW));

    public Given {
      rights = Set.copyOf(rights);
    }
  }

  /// What is asked for, or else everything; of an invite that is limited in any way, to look.
  public Given gives() {
    boolean isLimited = !cameras.isEmpty() || until.isPresent() || !week.isEmpty();
    return given.orElse(isLimited ? Given.LOOK : Given.EVERYTHING);
  }

  /// What the invite is good for in a household with these cameras.
  InviteTerms terms(Map<String, CameraId> known, Instant now) throws Unfit {
    if (goodFor.compareTo(Manage.Invite.SHORTEST) < 0
        || goodFor.compareTo(Manage.Invite.LONGEST) > 0) {
      throw new Unfit(say("An invite is good for a minute at least and for seven days at most."));
    }
    if (until.filter(end -> !end.isAfter(now)).isPresent()) {
      throw new Unfit(say("The time until which the newcomer may look is over already."));
    }
    Given gives = gives();
    if (!gives.manage() && gives.rights().isEmpty()) {
      throw new Unfit(say("Somebody who may nothing is not invited: give a right."));
    }
    if (gives.manage() && (until.isPresent() || !week.isEmpty())) {
      throw new Unfit(
          say(
              "Whoever manages does so at any time: a guest with an end or with hours cannot manage."));
    }
    return InviteTerms.oneDevice(goodFor, new Terms(rights(gives, known), until, week));
  }

  private Rights rights(Given gives, Map<String, CameraId> known) throws Unfit {
    if (cameras.isEmpty()) {
      return new Rights(gives.manage(), gives.rights(), Rights.ALL.cameras());
    }
    List<String> unknown = cameras.stream().filter(name -> !known.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      throw new Unfit(
          say("There is no camera {0}.", Sentence.listed(unknown))
              .then(
                  known.isEmpty()
                      ? say("The home has none.")
                      : say("There are: {0}.", Sentence.listed(known.keySet()))));
    }
    Set<CameraId> ids =
        cameras.stream()
            .map(name -> Objects.requireNonNull(known.get(name)))
            .collect(Collectors.toSet());
    Rights at = Rights.at(ids, gives.rights());
    return new Rights(gives.manage(), at.everywhere(), at.cameras());
  }
}
