package io.mashrabiya.bench.relay;

import java.io.IOException;

/// A publisher and viewers, linked to one server.
interface Gathering {
  /// Links so many viewers more; they get what is published from now on.
  void admit(int more) throws Exception;

  void publish(byte[] message) throws IOException, InterruptedException;

  /// What the viewers have got.
  Viewers viewers();
}
