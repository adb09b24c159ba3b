package io.mashrabiya.home;

/// Why a home does not start, in words for its owner.
public final class HomeRefused extends Exception {
  private static final long serialVersionUID = 1;

  public HomeRefused(String words) {
    super(words);
  }
}
