package io.mashrabiya.relay.rollout;

import java.time.Instant;
import java.util.regex.Pattern;

/// One step of a change, forth or back.
///
/// @param change by its name, which another version of the relay may have known
/// @param at by the relay's clock, in whole microseconds
public record Step(Instant at, String change, Share before, Share after, Reason reason) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,7}");
  private static final int MOST_NAME_CHARACTERS = 40;

  public Step {
    if (!isName(change)) {
      throw new IllegalArgumentException("not a change's name");
    }
  }

  /// Whether a change may be called so: up to 40 small letters and digits, with hyphens between.
  public static boolean isName(String change) {
    return change.length() <= MOST_NAME_CHARACTERS && NAME.matcher(change).matches();
  }
}
