package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.relay.RelayOptions;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.Origin;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What `serve` and `relay` ask alike: where the relay listens, and how browsers reach it.
final class RelaySettings {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Port.class,
      description =
          "Where it listens (default: " + LocalRelay.DEFAULT_PORT + "; 0 takes a free one).")
  private @Nullable Integer port;

  @Option(
      names = "--listen",
      paramLabel = "HOST",
      description = "The address to listen on (default: this machine only).")
  private @Nullable String listen;

  @Option(
      names = "--origin",
      paramLabel = "ADDRESS",
      description = "How browsers and homes reach it (default: http://localhost with the port).")
  private @Nullable String origin;

  @Option(
      names = "--metrics",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Serves Prometheus metrics on this port of the loopback address.")
  private @Nullable Integer metrics;

  @Mixin private FrontSettings front = new FrontSettings();

  RelayOptions options(Configuration file) throws Complaint {
    Optional<InetSocketAddress> configured = file.listen();
    String host =
        listen == null
            ? configured.map(InetSocketAddress::getHostString).orElse("127.0.0.1")
            : listen;
    int number =
        port == null
            ? configured.map(InetSocketAddress::getPort).orElse(LocalRelay.DEFAULT_PORT)
            : port;
    RelayOptions options = RelayOptions.loopback().withHost(host).withPort(number);
    Optional<Origin> named = origin == null ? file.origin() : Optional.of(read(origin));
    if (named.isPresent()) {
      options = options.withOrigin(named.get());
    }
    options = front.put(options, file);
    int port = metrics == null ? file.metrics().orElse(-1) : metrics;
    return port < 0 ? options : options.withMetricsPort(port);
  }

  static Origin read(String typed) throws Complaint {
    try {
      return Origin.parse(typed);
    } catch (Malformed e) {
      throw new Complaint(
          Exit.USAGE,
          say(
              "Write an address like https://cameras.example or http://localhost:8080, without a path."),
          e);
    }
  }
}
