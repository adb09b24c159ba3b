package io.mashrabiya.proof.heal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.mashrabiya.proof.house.Houses;
import io.mashrabiya.relay.Relay;
import io.mashrabiya.testkit.Chromium;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Somebody served other code once, and had the browser keep it: an honest relay at the same place
/// gets rid of it.
@ChromiumTest
@Timeout(120)
class AlteredViewerTest {
  private static final String PAGE =
      """
      <!doctype html>altered
      <script>
        caches.open('altered').then(() => navigator.serviceWorker.register('WORKER'));
      </script>
      """;

  /// Answers for everything from then on, whoever serves.
  private static final String WORKER =
      """
      addEventListener('activate', event => event.waitUntil(clients.claim()));
      addEventListener('fetch', event => event.respondWith(
        new Response('<!doctype html>altered', {headers: {'Content-Type': 'text/html'}})));
      """;

  private static final String WORKERS_AND_CACHES =
      """
      async () => {
        await navigator.serviceWorker.ready;
        const all = await navigator.serviceWorker.getRegistrations();
        const scripts = all.map(one => new URL((one.active ?? one.waiting).scriptURL).pathname);
        return [...scripts, ...await caches.keys()];
      }
      """;

  /// The viewer's own worker has kept its bundle, and is active.
  private static final String IS_REPLACED =
      """
      async () => {
        const isKept = async () => (await caches.keys()).some(name => name.startsWith('mashrabiya-'));
        const isSettled = async () => {
          const {installing, waiting, active} = await navigator.serviceWorker.ready;
          return !installing && !waiting && active.state === 'activated';
        };
        while (!(await isKept() && await isSettled())) {
          await new Promise(resolve => setTimeout(resolve, 50));
        }
      }
      """;

  private static final String IS_OURS = "() => document.title === 'Mashrabiya'";

  private static HttpServer thief(String worker) throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean isWorker = exchange.getRequestHeaders().containsKey("Service-Worker");
          byte[] body = (isWorker ? WORKER : PAGE.replace("WORKER", worker)).getBytes(UTF_8);
          exchange
              .getResponseHeaders()
              .set("Content-Type", isWorker ? "text/javascript" : "text/html");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  /// A browser in which such a worker answers, and the address that an honest relay has from now
  /// on.
  private static Page deceived(Tab tab, String worker) throws Exception {
    HttpServer thief = thief(worker);
    Page page = tab.page();
    page.navigate("http://localhost:" + thief.getAddress().getPort() + "/");
    page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    thief.stop(0);
    return page;
  }

  private static Relay honest(Page deceived) throws Exception {
    int port = URI.create(deceived.url()).getPort();
    deceived.navigate("about:blank");
    return Relay.start(Houses.relayOptions().withPort(port));
  }

  @ParameterizedTest
  @CsvSource({"/other.js, /", "/main.js, /#help"})
  void worker_thatIsNotTheViewers_goesOnceAnHonestRelayServes(
      String worker, String address, Chromium chromium) throws Exception {
    try (Tab tab = chromium.newTab()) {
      Page page = deceived(tab, worker);
      try (Relay relay = honest(page)) {
        assertThat(page.navigate(relay.origin() + address).text()).contains("altered"); // once more
        page.waitForFunction(IS_OURS);
        assertThat(page.url()).endsWith(address.replace("/", "/?anew="));
        List<?> held = (List<?>) page.evaluate(WORKERS_AND_CACHES);
        assertThat(held).hasSize(2);
        assertThat(held.getFirst()).isEqualTo("/sw.js");
        assertThat((String) held.getLast()).startsWith("mashrabiya-");
      }
    }
  }

  @Test
  void worker_underTheNameOfTheViewers_isReplacedForTheNextStart(Chromium chromium)
      throws Exception {
    try (Tab tab = chromium.newTab()) {
      Page page = deceived(tab, "/sw.js");
      try (Relay relay = honest(page)) {
        assertThat(page.navigate(relay.origin() + "/").text()).contains("altered");
        page.evaluate(IS_REPLACED);
        page.navigate(relay.origin() + "/");
        page.waitForFunction(IS_OURS);
      }
    }
  }
}
