package io.mashrabiya.app;

import io.mashrabiya.app.config.LogSettings;
import io.mashrabiya.home.link.RelayLink;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// How the log looks: one line an event on standard error. The rooms write ids only. What the
/// command line says goes before the configuration.
public final class Logging {
  private static final String FORMAT = "%1$tFT%1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n";

  /// Kept, because the log manager holds its loggers weakly.
  private static final Logger HOUSE = Logger.getLogger("io.mashrabiya");

  /// What it warns of at each try, the command says once and in words.
  private static final Logger RELAY_LINK = Logger.getLogger(RelayLink.class.getName());

  private static Optional<LogSettings.Format> typedFormat = Optional.empty();
  private static boolean isVerbose;

  private Logging() {}

  /// @param format that was typed, if one was
  static synchronized void begin(boolean verbose, Optional<LogSettings.Format> format) {
    System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
    typedFormat = format;
    isVerbose = verbose;
    Logger root = Logger.getLogger("");
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.addHandler(new ConsoleHandler());
    root.setLevel(Level.WARNING);
    follow(LogSettings.DEFAULT);
  }

  /// The configuration says this from now on.
  public static synchronized void follow(LogSettings said) {
    Level level = isVerbose ? Level.FINE : level(said.level());
    for (var handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(formatter(typedFormat.orElse(said.format())));
      handler.setLevel(level);
    }
    HOUSE.setLevel(level);
    RELAY_LINK.setLevel(level.intValue() <= Level.FINE.intValue() ? level : Level.SEVERE);
  }

  private static Formatter formatter(LogSettings.Format format) {
    return switch (format) {
      case TEXT -> new SimpleFormatter();
      case JSON -> new JsonLines();
    };
  }

  private static Level level(LogSettings.Level level) {
    return switch (level) {
      case WARNING -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }
}
