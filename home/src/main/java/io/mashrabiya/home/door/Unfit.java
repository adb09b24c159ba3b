package io.mashrabiya.home.door;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;

/// What was asked at the door cannot be, in a sentence that says what can.
final class Unfit extends Exception implements Told {
  private static final long serialVersionUID = 1;

  private final transient Sentence words;

  Unfit(Sentence words) {
    super(words.toString(), null, false, false);
    this.words = words;
  }

  @Override
  public Sentence words() {
    return words;
  }
}
