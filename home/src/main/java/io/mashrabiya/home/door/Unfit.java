package io.mashrabiya.home.door;

/// What was asked at the door cannot be, in a sentence that says what can.
final class Unfit extends Exception {
  private static final long serialVersionUID = 1;

  Unfit(String words) {
    super(words, null, false, false);
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
