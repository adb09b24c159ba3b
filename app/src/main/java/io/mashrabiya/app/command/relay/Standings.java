package io.mashrabiya.app.command.relay;

/// How a household stands after something was decided, where that is not what one expects.
final class Standings {
  private Standings() {}

  /// A further sentence, or nothing.
  static String words(String standing, String expected) {
    if (standing.equals(expected)) {
      return "";
    }
    return switch (standing) {
      case "suspended" -> " It is suspended all the same; `relay resume` ends that.";
      case "not-admitted" -> " It is not taken in all the same; `relay admit` does that.";
      default -> "";
    };
  }
}
