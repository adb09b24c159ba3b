package io.mashrabiya.app.doctor.house;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.home.RelayClient;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.words.Told;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/// Whether a port can be listened on, or is by a Mashrabiya.
///
/// @param name of the examination
/// @param key in the configuration, for the remedy
/// @param option on the command line, for the remedy
/// @param url at which a relay of ours answers
/// @param authority the only one whose word is taken about its certificate; empty: those that Java
///   knows
/// @param sign what stands in its answer
record PortFree(
    String name,
    String key,
    String option,
    String host,
    int port,
    String url,
    Optional<Path> authority,
    String sign)
    implements Examination {
  static PortFree ofRelay(InetSocketAddress listen, Configuration said) {
    String host = listen.getHostString();
    int port = listen.getPort();
    Optional<Origin> secured = said.front().certificate().flatMap(tls -> said.origin());
    return new PortFree(
        "port",
        "relay.listen",
        "--port",
        host,
        port,
        secured.map(Origin::text).orElse("http://" + asked(host) + ":" + port) + "/healthz",
        secured.flatMap(said::authorityOf),
        "ok");
  }

  static PortFree ofMetrics(int port) {
    return new PortFree(
        "metrics",
        "relay.metrics",
        "--metrics",
        "127.0.0.1",
        port,
        "http://localhost:" + port + "/metrics",
        Optional.empty(),
        "mashrabiya");
  }

  @Override
  public Verdict examine() throws InterruptedException {
    if (port == 0) {
      return new Verdict.Ok(say("Any free port is taken."));
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true); // as servers do: one that ended a moment ago is not in the way
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return new Verdict.Ok(say("Port {0} on {1} is free.", port, host));
    } catch (UnknownHostException e) {
      return new Verdict.Fault(
          say("This machine knows no address {0}.", host),
          say("Write one of its own, or 0.0.0.0 for all of them, at {0}.", key));
    } catch (BindException e) {
      return taken();
    } catch (IOException e) {
      return new Verdict.Fault(
          say("Port {0} on {1} cannot be listened on ({2}).", port, host, Told.of(e)),
          say("Name another by {0} or {1}.", option, key));
    }
  }

  private Verdict taken() throws InterruptedException {
    return isOurs()
        ? new Verdict.Ok(
            say("Port {0} on {1} is taken by what answers as a Mashrabiya that runs.", port, host))
        : new Verdict.Fault(
            say(
                "Port {0} on {1} cannot be listened on: another program has it, it is not allowed, or the address is not this machine's.",
                port, host),
            say("Stop the other program, or name another port by {0} or {1}.", option, key));
  }

  private boolean isOurs() throws InterruptedException {
    try {
      HttpLook look = HttpLook.get(url, HttpLook.PATIENCE, RelayClient.open(authority));
      return look.isOk() && look.body().contains(sign);
    } catch (IOException e) {
      return false;
    }
  }

  /// By which name it is asked: a relay on this machine goes by `localhost`.
  private static String asked(String host) {
    String bare = host.replaceAll("[\\[\\]]", "");
    if (bare.equals("127.0.0.1") || bare.equals("0.0.0.0") || bare.equals("::")) {
      return "localhost";
    }
    return bare.indexOf(':') < 0 ? bare : "[" + bare + "]";
  }
}
