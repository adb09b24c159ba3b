package io.mashrabiya.home;

import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;

/// Why a home does not start, in words for its owner.
public final class HomeRefused extends Exception implements Told {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final transient Sentence words;

  /// What is in the way.
  public enum Reason {
    /// Another process runs from the data folder.
    FOLDER_IN_USE,
    /// The data folder holds something, and not a household that can be served.
    FOLDER_REFUSED,
    /// It is asked to watch more cameras than a household may have.
    TOO_MANY_CAMERAS
  }

  public HomeRefused(Reason reason, Sentence words) {
    super(words.toString());
    this.reason = reason;
    this.words = words;
  }

  @Override
  public Sentence words() {
    return words;
  }

  public Reason reason() {
    return reason;
  }
}
