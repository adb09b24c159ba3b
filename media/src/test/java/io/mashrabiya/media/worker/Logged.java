package io.mashrabiya.media.worker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What a class says to the log while this is open, which goes nowhere else.
final class Logged extends Handler implements AutoCloseable {
  private final Logger log;
  private final List<String> messages = new CopyOnWriteArrayList<>();

  Logged(Class<?> of) {
    log = Logger.getLogger(of.getName());
    log.setUseParentHandlers(false);
    log.setLevel(Level.INFO);
    log.addHandler(this);
  }

  List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord record) {
    messages.add(record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    log.removeHandler(this);
    log.setLevel(null);
    log.setUseParentHandlers(true);
  }
}
