package io.mashrabiya.home;

/// Why a home does not start, in words for its owner.
public final class HomeRefused extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /// What is in the way.
  public enum Reason {
    /// Another process runs from the data folder.
    FOLDER_IN_USE,
    /// The data folder holds something, and not a household that can be served.
    FOLDER_REFUSED,
    /// It is asked to watch more cameras than a household may have.
    TOO_MANY_CAMERAS
  }

  public HomeRefused(Reason reason, String words) {
    super(words);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
