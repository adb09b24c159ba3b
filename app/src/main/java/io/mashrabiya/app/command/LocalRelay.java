package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.relay.OperatorOptions;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.relay.folder.FolderInUse;
import io.mashrabiya.relay.tls.TlsRefused;
import io.mashrabiya.words.Told;
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
          say(
              "A relay runs from {0} already. --take-over lets this one take its place without a break; another one needs a folder of its own, by --data.",
              options.operator().map(OperatorOptions::folder).map(String::valueOf).orElse("?")),
          e);
    } catch (BindException e) {
      throw notListening(options, e);
    } catch (UnknownHostException | UnresolvedAddressException e) {
      throw new Complaint(
          Exit.NETWORK,
          say(
              "This machine knows no address {0}: listen on one of its own, or on 0.0.0.0 for all of them.",
              options.host()),
          e);
    } catch (TlsRefused e) {
      throw new Complaint(Exit.NETWORK, say("TLS cannot be spoken: {0}.", Told.of(e)), e);
    } catch (IOException e) {
      throw new Complaint(Exit.NETWORK, say("The relay cannot start: {0}.", Told.of(e)), e);
    }
  }

  /// What to say where nobody can listen as these options have it.
  static Complaint notListening(RelayOptions options, IOException why) {
    return new Complaint(
        Exit.NETWORK,
        say(
            "Port {0} on {1} cannot be listened on: it is taken (is Mashrabiya running already?), not allowed, or the address is not this machine's. Name another with --port or --listen.",
            options.port(), options.host()),
        why);
  }
}
