package io.mashrabiya.app.command.invite;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.home.door.InviteWish.Given;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.right.Right;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a newcomer may, as it is typed: `view,listen,talk,manage`.
final class RightsInWords {
  private static final String MANAGE = "manage";

  private RightsInWords() {}

  static Given read(String typed) throws Complaint {
    boolean manage = false;
    Set<Right> rights = EnumSet.noneOf(Right.class);
    for (String word : typed.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (word.strip().equals(MANAGE)) {
        manage = true;
      } else {
        rights.add(right(word.strip()));
      }
    }
    return new Given(manage, rights);
  }

  private static Right right(String word) throws Complaint {
    try {
      return Right.parse(word);
    } catch (Malformed e) {
      throw new Complaint(
          Exit.USAGE,
          say("--rights is one or more of view,listen,talk,manage, with commas between them."));
    }
  }
}
