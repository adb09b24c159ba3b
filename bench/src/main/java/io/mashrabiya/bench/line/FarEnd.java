package io.mashrabiya.bench.line;

import io.mashrabiya.bench.process.Child;
import io.mashrabiya.network.shape.Line;
import io.mashrabiya.testkit.Chromium;
import java.io.IOException;
import java.util.List;

/// The far end of a line, at whose near end the relay is. Who is started here reaches the relay
/// over the line alone, and calls it `localhost`.
public interface FarEnd extends AutoCloseable {
  /// The address on which the relay has to listen for those at this end.
  String relayHost();

  /// Leads to the relay that listens on this port. Once.
  void leadTo(int relayPort) throws IOException;

  /// Is another line from now on, whose time begins now.
  ///
  /// @param seed of all that is drawn
  void become(Line line, long seed);

  /// Starts a class of the bench here, in a JVM of its own.
  Child jvm(List<String> options, Class<?> main, String... arguments) throws IOException;

  /// Starts a browser here, for the calling thread.
  Chromium browser() throws Exception;

  /// What the line has carried so far.
  Traffic traffic();

  @Override
  void close() throws IOException;
}
