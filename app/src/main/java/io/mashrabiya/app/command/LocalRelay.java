package io.mashrabiya.app.command;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.relay.OperatorOptions;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.folder.FolderInUse;
import io.mashrabiya.relay.tls.TlsRefused;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/// Starts a relay, and says in words why it does not start.
final class LocalRelay {
  static final int DEFAULT_PORT = 8080;

  /// Where the viewer's bundle lies on the class path.
  static final String SITE = "viewer/";

  private LocalRelay() {}

  static Relay start(RelayOptions options) throws Complaint {
    try {
      return Relay.start(options);
    } catch (FolderInUse e) {
      throw new Complaint(
          Exit.DATA,
          "A relay runs from "
              + options.operator().map(OperatorOptions::folder).map(String::valueOf).orElse("there")
              + " already. --take-over lets this one take its place without a break; another one needs a folder of"
              + " its own, by --data.",
          e);
    } catch (BindException e) {
      throw new Complaint(
          Exit.NETWORK,
          "Port "
              + options.port()
              + " on "
              + options.host()
              + " cannot be listened on: it is taken (is Mashrabiya running already?), not allowed, or the"
              + " address is not this machine's. Name another with --port or --listen.",
          e);
    } catch (UnknownHostException | UnresolvedAddressException e) {
      throw new Complaint(
          Exit.NETWORK,
          "This machine knows no address "
              + options.host()
              + ": listen on one of its own, or on 0.0.0.0 for all of them.",
          e);
    } catch (TlsRefused e) {
      throw new Complaint(Exit.NETWORK, "TLS cannot be spoken: " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new Complaint(Exit.NETWORK, "The relay cannot start: " + e.getMessage() + ".", e);
    }
  }
}
