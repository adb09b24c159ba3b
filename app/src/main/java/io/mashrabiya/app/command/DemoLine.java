package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.network.proxy.LineProxy;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.util.function.Predicate;

/// A bad line between the demo's relay and its browsers, or its homes, where a home is what the
/// line leads to. Both come by the line's port, because both sign for one address only; whose line
/// it is not goes beside it.
final class DemoLine implements AutoCloseable {
  private static final long SEED = 1;

  /// How both links of a home begin, and no request of a browser.
  private static final Predicate<String> OF_A_HOME = opening -> opening.startsWith("GET /v1/home");

  private final LineProxy proxy;

  private DemoLine(LineProxy proxy) {
    this.proxy = proxy;
  }

  /// Listens where the relay was to.
  static DemoLine listen(Profile profile, RelayOptions options) throws Complaint {
    Predicate<String> isBeside =
        switch (profile.end()) {
          case HOME -> OF_A_HOME.negate();
          case DEVICE -> OF_A_HOME;
        };
    try {
      return new DemoLine(LineProxy.listen(options.port(), profile.line(), SEED, isBeside));
    } catch (IOException e) {
      throw LocalRelay.notListening(options, e);
    }
  }

  /// The same relay, which everybody reaches by this line.
  RelayOptions behindIt(RelayOptions options) {
    return options.withPort(0).withOrigin(new Origin("http://localhost:" + proxy.port()));
  }

  void leadTo(Relay relay) {
    proxy.leadTo(relay.port());
  }

  @Override
  public void close() {
    proxy.close();
  }
}
