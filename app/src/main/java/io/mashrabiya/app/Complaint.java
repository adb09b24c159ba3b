package io.mashrabiya.app;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;

/// Why a command cannot go on, in words for the person who typed it: what happened, and what to do.
public final class Complaint extends Exception implements Told {
  private static final long serialVersionUID = 1;

  private final Exit exit;
  private final transient Sentence words;

  public Complaint(Exit exit, Sentence words) {
    super(words.toString());
    this.exit = exit;
    this.words = words;
  }

  public Complaint(Exit exit, Sentence words, Throwable cause) {
    super(words.toString(), cause);
    this.exit = exit;
    this.words = words;
  }

  @Override
  public Sentence words() {
    return words;
  }

  public Exit exit() {
    return exit;
  }
}
