package io.mashrabiya.bench;

/// One thing that can be measured. Whatever it starts (processes, servers, browsers), it ends.
public interface Measurement {
  /// As it is called at the command line.
  String name();

  /// What it measures against what, in one line.
  String about();

  /// How long it measures unless told otherwise.
  Effort usualEffort();

  /// Measures; blocks for as long as that takes.
  ///
  /// @throws Exception whatever hinders it; half a measurement is none
  Findings measure(Effort effort) throws Exception;
}
