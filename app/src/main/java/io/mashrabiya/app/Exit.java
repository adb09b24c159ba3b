package io.mashrabiya.app;

/// What the command's exit code means (docs/ref/commands.md).
public enum Exit {
  DONE(0),
  /// Something failed that no other code names.
  FAILED(1),
  /// The command line is not understood.
  USAGE(2),
  /// The configuration file is not understood.
  CONFIGURATION(3),
  /// An address or port cannot be used.
  NETWORK(4),
  /// The data folder is in use, damaged or not to be read.
  DATA(5);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
