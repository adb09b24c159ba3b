package io.mashrabiya.proof.secret;

import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Keeps all that this process writes into its log at any level, exceptions with their causes
/// included, until it is closed.
final class EveryLog extends Handler implements AutoCloseable {
  /// Kept, because the log manager holds its loggers weakly.
  private static final Logger ALL = Logger.getLogger("");

  private final StringBuffer text = new StringBuffer();
  private final Level before = ALL.getLevel();

  private EveryLog() {
    setFormatter(new SimpleFormatter());
    setLevel(Level.ALL);
  }

  static EveryLog listen() {
    var log = new EveryLog();
    ALL.setLevel(Level.ALL);
    ALL.addHandler(log);
    return log;
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
  }
}
