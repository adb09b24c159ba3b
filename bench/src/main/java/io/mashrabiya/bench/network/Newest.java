package io.mashrabiya.bench.network;

import io.mashrabiya.device.open.Sight;

/// The newest picture that a device has seen. Any thread may use it.
final class Newest {
  private long captureMicros;
  private long pictures;

  /// What would be painted: what proves itself, can be decoded, and is newer than what was.
  synchronized void see(Sight sight) {
    if (sight instanceof Sight.Seen seen
        && seen.accepted().complete()
        && seen.captureMicros() > captureMicros) {
      captureMicros = seen.captureMicros();
      pictures++;
    }
  }

  /// When it was taken, by the home's clock; 0 if there is none.
  synchronized long captureMicros() {
    return captureMicros;
  }

  /// How many there were so far.
  synchronized long pictures() {
    return pictures;
  }

  /// Whoever looks anew begins with nothing.
  synchronized void forget() {
    captureMicros = 0;
    pictures = 0;
  }
}
