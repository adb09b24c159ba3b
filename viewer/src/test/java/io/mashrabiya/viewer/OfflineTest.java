package io.mashrabiya.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The bundle as it was built, in a browser that has it from a server which then goes away.
@ChromiumTest
@Timeout(120)
class OfflineTest {
  private static final Path BUNDLE = Path.of("target", "classes", "viewer").toAbsolutePath();

  /// To a household whose relay is not there.
  private static final String INVITE =
      "#pair/1/"
          + "a".repeat(32)
          + "/AAAAAAAAAAAAAAAAAAAAAA/"
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString("http://localhost:9".getBytes(StandardCharsets.UTF_8));

  private static final String NEWER = "0123456789abcdef";
  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  private static final String IS_KEPT =
      """
      async () => {
        const {active} = await navigator.serviceWorker.ready;
        while (active.state !== 'activated') await new Promise(resolve => setTimeout(resolve, 50));
      }
      """;

  private static final String IS_ALONE =
      """
      async name => {
        const isNew = async () => (await caches.keys()).join() === name;
        while (!(await isNew())) await new Promise(resolve => setTimeout(resolve, 50));
      }
      """;

  /// How often the page begins to reload until the newer bundle's worker is in place.
  private static final String RELOADS_FOR_THE_NEWER =
      """
      async () => {
        let reloads = 0;
        navigation.addEventListener('navigate', () => reloads++);
        const isInPlace = new Promise(resolve =>
          navigator.serviceWorker.addEventListener('controllerchange', resolve)); // after the page's own
        await (await navigator.serviceWorker.ready).update();
        await isInPlace;
        return reloads;
      }
      """;

  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    try (Stream<Path> files = Files.walk(BUNDLE)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(BUNDLE.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", SimpleFileServer.createFileHandler(folder.toRealPath()));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  private void open(Page page) {
    page.navigate(address());
    page.locator("mashrabiya-start").waitFor();
  }

  /// The version that the browser keeps by then.
  private String openAndKeep(Page page) {
    open(page);
    page.evaluate(IS_KEPT);
    return version(page);
  }

  /// Opened from what is kept, it goes on by itself as what the server has.
  private void becomesTheNewer(Page page) {
    open(page);
    page.locator("meta[name=mashrabiya-bundle][content='" + NEWER + "']").waitFor(ATTACHED);
    page.evaluate(IS_ALONE, "mashrabiya-" + NEWER);
  }

  private static List<?> kept(Page page) {
    return (List<?>)
        page.evaluate(
            """
            async () => {
              const paths = [];
              for (const name of await caches.keys()) {
                for (const request of await (await caches.open(name)).keys()) {
                  paths.push(new URL(request.url).pathname);
                }
              }
              return paths.sort();
            }
            """);
  }

  @Test
  void start_serverGone_showsTheViewer(Tab tab) {
    openAndKeep(tab.page());
    server.stop(0);
    open(tab.page());
    assertThat(tab.page().locator("mashrabiya-start").isVisible()).isTrue();
  }

  @Test
  void cache_afterTheFirstStart_holdsTheBundlesOwnFilesAlone(Tab tab) throws IOException {
    openAndKeep(tab.page());
    tab.page()
        .evaluate(
            "() => Promise.allSettled([fetch('/v1/device'), fetch('/healthz'), fetch('/fonts/OFL.txt')])");
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> expected =
          files
              .filter(Files::isRegularFile)
              .map(file -> "/" + folder.relativize(file))
              .filter(path -> !path.endsWith(".txt") && !path.equals("/sw.js"))
              .map(path -> path.equals("/index.html") ? "/" : path)
              .sorted()
              .toList();
      assertThat(kept(tab.page())).isEqualTo(expected);
    }
  }

  /// A phone that lies on the table, a display on the wall.
  @Test
  void start_newerBundleOnTheServer_becomesItUnlessTouchedAndKeepsItAlone(Tab tab)
      throws Exception {
    deploy(openAndKeep(tab.page()), NEWER);
    becomesTheNewer(tab.page());
    server.stop(0);
    open(tab.page());
    assertThat(version(tab.page())).isEqualTo(NEWER);
  }

  @Test
  void start_touchedBeforeTheNewerBundleCame_staysAsItIsUntilTheNext(Tab tab) throws Exception {
    String old = openAndKeep(tab.page());
    open(tab.page()); // of what is kept
    tab.page().keyboard().press("Tab");
    deploy(old, NEWER);
    assertThat(tab.page().evaluate(RELOADS_FOR_THE_NEWER)).isEqualTo(0);
    assertThat(version(tab.page())).isEqualTo(old);
    open(tab.page());
    assertThat(version(tab.page())).isEqualTo(NEWER);
  }

  @Test
  void start_holdsAnInviteWhenTheNewerBundleComes_doesNotLoseIt(Tab tab) throws Exception {
    String old = openAndKeep(tab.page());
    tab.page().navigate("about:blank");
    tab.page().navigate(address() + INVITE);
    tab.page().locator("mashrabiya-message").waitFor();
    deploy(old, NEWER);
    assertThat(tab.page().evaluate(RELOADS_FOR_THE_NEWER)).isEqualTo(0);
  }

  /// As when two relays behind one name are not of one age.
  @Test
  void start_serversThatDoNotAgree_reloadsOnceAndNoMore(Tab tab) throws Exception {
    String old = openAndKeep(tab.page());
    deploy(old, NEWER);
    becomesTheNewer(tab.page());
    deploy(NEWER, old);
    assertThat(tab.page().evaluate(RELOADS_FOR_THE_NEWER)).isEqualTo(0);
  }

  @Test
  void manifest_ofThePage_isAValidOneWithItsIcons(Tab tab) {
    open(tab.page());
    var session = tab.context().newCDPSession(tab.page());
    var manifest = session.send("Page.getAppManifest");
    assertThat(manifest.getAsJsonArray("errors")).isEmpty();
    assertThat(manifest.get("data").getAsString()).contains("standalone", "maskable");
    // All that it lacks is a profile that outlives the test.
    assertThat(
            session
                .send("Page.getInstallabilityErrors")
                .getAsJsonArray("installabilityErrors")
                .asList())
        .allSatisfy(error -> assertThat(error.toString()).contains("in-incognito"));
  }

  private static String version(Page page) {
    return page.locator("meta[name=mashrabiya-bundle]").getAttribute("content");
  }

  /// Another page, and the service worker that lists it.
  private void deploy(String old, String version) throws Exception {
    Path page = folder.resolve("index.html");
    String before = hash(page);
    Files.writeString(page, Files.readString(page).replace(old, version));
    Path worker = folder.resolve("sw.js");
    Files.writeString(
        worker, Files.readString(worker).replace(old, version).replace(before, hash(page)));
  }

  private static String hash(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
