package io.mashrabiya.media.worker;

import io.mashrabiya.media.Still;

/// What came of asking for a still.
public sealed interface StillOutcome {
  record Made(Still still) implements StillOutcome {}

  record NotMade(WhyNot why) implements StillOutcome {}
}
