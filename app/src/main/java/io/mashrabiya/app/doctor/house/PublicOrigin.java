package io.mashrabiya.app.doctor.house;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.app.run.ThisMachine;
import io.mashrabiya.wire.link.Origin;
import java.net.URI;
import java.util.Optional;

/// Whether browsers work with the address by which they reach the relay.
///
/// @param host that the relay listens on
record PublicOrigin(Optional<Origin> origin, String host) implements Examination {
  @Override
  public String name() {
    return "origin";
  }

  @Override
  public Verdict examine() {
    if (origin.isEmpty()) {
      return ThisMachine.is(host)
          ? new Verdict.Ok(say("Browsers on this machine reach it by localhost."))
          : new Verdict.Advice(
              say("It listens for other devices, and names no address by which they reach it."),
              say(
                  "Make a certificate with `mashrabiya tls`, or put a server with TLS in front and name its address by --origin https://... or relay.origin."));
    }
    String text = origin.get().text();
    boolean isPlain = text.startsWith("http://");
    return isPlain && !ThisMachine.is(String.valueOf(URI.create(text).getHost()))
        ? new Verdict.Fault(
            say(
                "Browsers give no cryptography to plain http beyond this machine: {0} will not work.",
                text),
            say(
                "Put a server with TLS in front and name its address by --origin https://... or relay.origin."))
        : new Verdict.Ok(say("Browsers give cryptography to {0}.", text));
  }
}
