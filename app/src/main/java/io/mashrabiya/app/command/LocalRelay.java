package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import java.io.IOException;
import java.net.BindException;

/// Starts a relay, and says in words why it does not start.
final class LocalRelay {
  static final int DEFAULT_PORT = 8080;

  /// Where the viewer's bundle lies on the class path.
  static final String SITE = "viewer/";

  private LocalRelay() {}

  static Relay start(RelayOptions options) throws Complaint {
    try {
      return Relay.start(options);
    } catch (BindException e) {
      throw new Complaint(
          Exit.NETWORK,
          "Port "
              + options.port()
              + " on "
              + options.host()
              + " is taken or not allowed. Is it running already? Else name another with --port.",
          e);
    } catch (IOException e) {
      throw new Complaint(
          Exit.NETWORK,
          "The relay cannot listen on "
              + options.host()
              + ":"
              + options.port()
              + ": "
              + e.getMessage(),
          e);
    }
  }
}
