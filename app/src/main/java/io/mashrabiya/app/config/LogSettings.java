package io.mashrabiya.app.config;

/// How the log looks, and how much of it there is.
public record LogSettings(Format format, Level level) {
  public static final LogSettings DEFAULT = new LogSettings(Format.TEXT, Level.WARNING);

  /// How a line looks.
  public enum Format {
    /// For people.
    TEXT,
    /// For programs: a JSON object a line.
    JSON
  }

  /// From which weight on there is a line.
  public enum Level {
    WARNING,
    /// Also what is as it should be: who came and went.
    INFO,
    /// Also what helps to find a fault.
    DEBUG
  }
}
