package io.mashrabiya.relay.link;

import io.mashrabiya.relay.rollout.Change;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.wire.link.ByeReason;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.ToDoubleFunction;

/// The relay's counters and gauges in Prometheus' text format. No label names a household: a page
/// of metrics is no list of who lives where. To be called on the event loop, whose numbers it
/// reads.
public final class MetricsPage {
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  public MetricsPage(Loop loop) {
    for (Count count : Count.values()) {
      CounterWithCallback.builder()
          .name(count.metric())
          .help(count.help())
          .callback(callback -> callback.call((double) loop.tally().of(count)))
          .register(registry);
    }
    CounterWithCallback.builder()
        .name("mashrabiya_relay_control_links_ended")
        .help("Control links that the relay ended, by the reason that it gave")
        .labelNames("reason")
        .callback(callback -> {
          for (ByeReason reason : ByeReason.values()) {
            callback.call((double) loop.tally().endings(reason), reason.text());
          }
        })
        .register(registry);
    GaugeWithCallback.builder()
        .name("mashrabiya_relay_rollout_households")
        .help("Known households that a change has reached, by its name")
        .labelNames("change")
        .callback(callback -> {
          for (Change change : Change.values()) {
            callback.call((double) loop.reached(change), change.label());
          }
        })
        .register(registry);
    GaugeWithCallback.builder()
        .name("mashrabiya_relay_rollout_share")
        .help("How large a part of all households a change may reach, from 0 to 1, by its name")
        .labelNames("change")
        .callback(callback -> {
          for (Change change : Change.values()) {
            callback.call(loop.rollout().ledger().share(change).ratio(), change.label());
          }
        })
        .register(registry);
    gauge(loop, "links", "WebSockets of all kinds", Loop.Gauges::links);
    gauge(loop, "homes", "Homes that are linked", Loop.Gauges::homes);
    gauge(loop, "households", "Households that are remembered", Loop.Gauges::households);
    gauge(loop, "viewers", "Media links of devices", Loop.Gauges::viewers);
    gauge(loop, "suspended", "Households that the operator has suspended", Loop.Gauges::suspended);
    gauge(loop, "cached_bytes", "Sealed pictures in the cache", Loop.Gauges::cachedBytes);
  }

  public byte[] text() {
    var text = new ByteArrayOutputStream();
    try {
      writer.write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes every byte", e);
    }
    return text.toByteArray();
  }

  private void gauge(Loop loop, String name, String help, ToDoubleFunction<Loop.Gauges> value) {
    GaugeWithCallback.builder()
        .name("mashrabiya_relay_" + name)
        .help(help)
        .callback(callback -> callback.call(value.applyAsDouble(loop.gauges())))
        .register(registry);
  }
}
