package io.mashrabiya.media.onvif.virtual;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.xml.Namespace;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// An ONVIF device in software: it lets itself be found, tells what it is and where its streams
/// are, lets its pull points be pulled, and remembers how it was turned. It has no pictures of its
/// own; its profiles name streams that somebody else serves.
///
/// It lets in by a token of WS-Security, judged by its own clock and each nonce once, and by HTTP
/// Digest. Safe for threads; [#close] ends whatever waits.
public final class VirtualOnvifDevice implements AutoCloseable {
  private static final int MOST_MOVES = 256;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ProbeResponder probes;
  private final VirtualEventService events;
  private final BlockingQueue<String> moves = new LinkedBlockingQueue<>(MOST_MOVES);

  private VirtualOnvifDevice(VirtualOnvifOptions options, InstantSource time, HttpServer http)
      throws IOException {
    VirtualNames names = new VirtualNames(options);
    this.http = http;
    this.events = new VirtualEventService(options, names, () -> now(options, time));
    VirtualDispatch dispatch =
        new VirtualDispatch(
            options,
            () -> now(options, time),
            new VirtualDeviceService(options, names, () -> now(options, time)),
            new VirtualMediaService(options, names),
            new VirtualMedia2Service(options, names),
            events,
            new VirtualPtzService(options, moves::offer));
    http.createContext("/", (HttpExchange exchange) -> dispatch.handle(exchange));
    http.setExecutor(threads);
    this.probes =
        ProbeResponder.start(
            options.discovery(),
            options.listen().getAddress(),
            new ProbeAnswer(UUID.randomUUID(), options.name(), base() + VirtualNames.DEVICE));
  }

  /// Opens one.
  ///
  /// @param time the true time, from which its own clock may differ
  /// @throws IOException if an address cannot be listened on
  public static VirtualOnvifDevice open(VirtualOnvifOptions options, InstantSource time)
      throws IOException {
    HttpServer http = HttpServer.create(options.listen(), 0);
    try {
      VirtualOnvifDevice device = new VirtualOnvifDevice(options, time, http);
      http.start();
      return device;
    } catch (IOException e) {
      http.stop(0);
      throw e;
    }
  }

  /// Where its device service is.
  public ServiceAddress address() {
    return new ServiceAddress(URI.create(base() + VirtualNames.DEVICE));
  }

  /// Where it waits for probes.
  public InetSocketAddress probeAddress() {
    return probes.address();
  }

  /// Tells its subscribers that something moves, or no longer does.
  public void motion(boolean moving) {
    fire("RuleEngine/CellMotionDetector/Motion", "IsMotion", Boolean.toString(moving));
  }

  /// Tells its subscribers that somebody pressed the bell.
  public void bell() {
    fire("Device/Trigger/DigitalInput", "LogicalState", "true");
  }

  /// Tells its subscribers that something changed.
  ///
  /// @param topic in ONVIF's own tree, without prefix
  /// @param item the name of the data item
  public void fire(String topic, String item, String value) {
    events.fire(Namespace.TOPICS.qualified(topic), item, value, "Changed");
  }

  /// The same as it is told to who has just subscribed: how things stand, and no news.
  public void state(String topic, String item, String value) {
    events.fire(Namespace.TOPICS.qualified(topic), item, value, "Initialized");
  }

  /// How many subscriptions live.
  public int subscriptionCount() {
    return events.subscriptionCount();
  }

  /// Forgets every subscription, as a camera does that restarts.
  public void forgetSubscriptions() {
    events.endAll();
  }

  /// What it was told to do with its head since it was last asked, in words.
  public List<String> moves() {
    List<String> told = new ArrayList<>();
    moves.drainTo(told);
    return told;
  }

  @Override
  public void close() {
    probes.close();
    events.endAll();
    http.stop(0);
    threads.shutdownNow();
  }

  private String base() {
    InetSocketAddress at = http.getAddress();
    String host =
        at.getAddress().isAnyLocalAddress() ? "127.0.0.1" : at.getAddress().getHostAddress();
    return "http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + at.getPort();
  }

  private static Instant now(VirtualOnvifOptions options, InstantSource time) {
    return time.instant().plus(options.clockAhead());
  }
}
