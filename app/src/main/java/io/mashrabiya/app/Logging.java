package io.mashrabiya.app;

import io.mashrabiya.home.link.RelayLink;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/// How the log looks: one line an event on standard error. The rooms write ids only.
final class Logging {
  private static final String FORMAT = "%1$tFT%1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n";

  private Logging() {}

  static void begin(boolean verbose) {
    System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
    Level level = verbose ? Level.FINE : Level.WARNING;
    Logger root = Logger.getLogger("");
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    var console = new ConsoleHandler();
    console.setLevel(level);
    root.addHandler(console);
    root.setLevel(Level.WARNING);
    HOUSE.setLevel(level);
    RELAY_LINK.setLevel(verbose ? Level.FINE : Level.SEVERE);
  }

  /// Kept, because the log manager holds its loggers weakly.
  private static final Logger HOUSE = Logger.getLogger("io.mashrabiya");

  /// What it warns of at each try, the command says once and in words.
  private static final Logger RELAY_LINK = Logger.getLogger(RelayLink.class.getName());
}
