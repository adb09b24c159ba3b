package io.mashrabiya.proof.heal;

import io.mashrabiya.network.shape.Line;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.network.shape.Way;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.proof.house.Screen;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.Tab;
import io.mashrabiya.testkit.line.PacketLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureTmpTest {
  @TempDir Path folder;
  static final String REC =
      """
      () => {
        globalThis.rec = []; globalThis.words = [];
        const deep = root => [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])]);
        const tile = deep(document).find(one => one.localName === 'mashrabiya-tile');
        const look = () => {
          const canvas = tile.renderRoot.querySelector('canvas');
          const mark = globalThis.markOn(canvas);
          if (mark && globalThis.rec.at(-1)?.[1] !== mark.counter) globalThis.rec.push([Date.now(), mark.counter]);
          if (globalThis.words.at(-1)?.[1] !== tile.dataset.state) globalThis.words.push([Date.now(), tile.dataset.state]);
          requestAnimationFrame(look);
        };
        look();
      }\
      """;

  @Test
  void measure() throws Exception {
    Way way = Way.steady(4_000_000, Duration.ofMillis(50), 256 << 10);
    Line plain = new Line(way, way, Optional.empty());
    try (PacketLine line =
            PacketLine.open("lte".equals(System.getProperty("l")) ? Profile.LTE.line() : plain, 3);
        Chromium chromium = line.browser();
        Houses house =
            Houses.at(Relay.start(Houses.relayOptions().withHost("0.0.0.0")), folder, 1);
        Tab tab = chromium.newTab()) {
      house.waitForLink(0);
      Screen screen = Screen.of(tab).open(house.link(0));
      screen.waitForState("live");
      screen.page().evaluate(REC);
      for (int s : new int[] {6, 8, 11, 13, 20, 7}) {
        screen.page().waitForTimeout(7000);
        long broke = System.currentTimeMillis();
        line.breaks();
        screen.page().waitForTimeout(s * 1000);
        long mended = System.currentTimeMillis();
        line.mends();
        screen.page().waitForTimeout(5000);
        System.out.println(
            "OUT outage "
                + s
                + " s: apart after "
                + first(screen, "words", broke, "apart")
                + " picture after "
                + fresh(screen, house, mended)
                + " live word after "
                + first(screen, "words", mended, "live"));
      }
      for (int i = 0; i < 5; i++) {
        screen.page().waitForTimeout(4000 + 700 * i);
        long at = System.currentTimeMillis();
        line.forgets();
        screen.page().evaluate("() => dispatchEvent(new Event('online'))");
        screen.page().waitForTimeout(5000);
        System.out.println("OUT other network, old dead: longest gap " + gap(screen, at));
        at = System.currentTimeMillis();
        screen.page().evaluate("() => dispatchEvent(new Event('online'))");
        screen.page().waitForTimeout(7000);
        System.out.println(
            "OUT other network, old alive: longest gap "
                + gap(screen, at)
                + " usual "
                + gap(screen, at + 5000));
        at = System.currentTimeMillis();
        line.forgets();
        screen.page().waitForTimeout(8000);
        System.out.println("OUT old dead, nobody says: longest gap " + gap(screen, at));
      }
      System.out.println(
          "OUT refusals "
              + screen.refusals()
              + " reports "
              + house.home(0).reports()
              + " words "
              + screen.page().evaluate("() => JSON.stringify(words.map(w => w[1]))"));
    }
  }

  static long first(Screen screen, String list, long since, String word) {
    List<?> rows = (List<?>) screen.page().evaluate("() => " + list);
    return rows.stream()
        .map(r -> (List<?>) r)
        .filter(r -> ((Number) r.get(0)).longValue() >= since && word.equals(r.get(1)))
        .mapToLong(r -> ((Number) r.get(0)).longValue() - since)
        .findFirst()
        .orElse(-1);
  }

  static long fresh(Screen screen, Houses house, long since) {
    List<?> rows = (List<?>) screen.page().evaluate("() => rec");
    for (Object row : rows) {
      List<?> r = (List<?>) row;
      long at = ((Number) r.get(0)).longValue();
      long drawn =
          house
              .drawnAt(new io.mashrabiya.testkit.SeenMark(100, ((Number) r.get(1)).longValue()))
              .toEpochMilli();
      if (at >= since && at - drawn < 3000) return at - since;
    }
    return -1;
  }

  static long gap(Screen screen, long since) {
    List<?> rows = (List<?>) screen.page().evaluate("() => rec");
    long last = since, most = 0;
    for (Object row : rows) {
      long at = ((Number) ((List<?>) row).get(0)).longValue();
      if (at < since) continue;
      most = Math.max(most, at - last);
      last = at;
    }
    return most;
  }
}
