package io.mashrabiya.proof.secret;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Keeps all that this process writes into its log at any level, exceptions with their causes
/// included, until it is closed; also what a logger would hold back to which a test before has
/// given a level of its own, as the commands do.
final class EveryLog extends Handler implements AutoCloseable {
  /// Kept, because the log manager holds its loggers weakly.
  private static final Logger ALL = Logger.getLogger("");

  private final StringBuffer text = new StringBuffer();
  private final Level before = ALL.getLevel();
  private final Map<Logger, Level> ownLevels = ownLevels();

  private EveryLog() {
    setFormatter(new SimpleFormatter());
    setLevel(Level.ALL);
  }

  static EveryLog listen() {
    var log = new EveryLog();
    ALL.setLevel(Level.ALL);
    log.ownLevels.keySet().forEach(logger -> logger.setLevel(null));
    ALL.addHandler(log);
    return log;
  }

  private static Map<Logger, Level> ownLevels() {
    Map<Logger, Level> levels = new HashMap<>();
    for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
      Logger logger = LogManager.getLogManager().getLogger(name);
      if (logger != null && !name.isEmpty() && logger.getLevel() != null) {
        levels.put(logger, logger.getLevel());
      }
    }
    return levels;
  }

  @Override
  public void publish(LogRecord line) {
    text.append(getFormatter().format(line));
  }

  String text() {
    return text.toString();
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ALL.removeHandler(this);
    ALL.setLevel(before);
    ownLevels.forEach(Logger::setLevel);
  }
}
