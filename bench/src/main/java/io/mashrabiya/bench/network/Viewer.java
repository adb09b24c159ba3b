package io.mashrabiya.bench.network;

import java.io.IOException;
import java.time.Duration;

/// One of several who look at the same camera, each over a line of their own.
interface Viewer extends AutoCloseable {
  /// As it is called in the report, after its line.
  String name();

  /// Begins to look.
  ///
  /// @param warmUp what is seen meanwhile does not count
  void begin(Duration warmUp, Duration length) throws IOException;

  /// What it has seen since; blocks until it has looked long enough, and no longer looks.
  Onlook end() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
