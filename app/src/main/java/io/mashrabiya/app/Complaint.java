package io.mashrabiya.app;

/// Why a command cannot go on, in words for the person who typed it: what happened, and what to do.
public final class Complaint extends Exception {
  private static final long serialVersionUID = 1;

  private final Exit exit;

  public Complaint(Exit exit, String words) {
    super(words);
    this.exit = exit;
  }

  public Complaint(Exit exit, String words, Throwable cause) {
    super(words, cause);
    this.exit = exit;
  }

  public Exit exit() {
    return exit;
  }
}
