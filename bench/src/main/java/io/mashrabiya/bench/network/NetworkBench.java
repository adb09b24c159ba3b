package io.mashrabiya.bench.network;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitUntilState;
import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.testkit.Tab;
import io.mashrabiya.testkit.line.PacketLine;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a person sees of one camera over one bad line of real packets: when the first picture
/// comes, how old pictures are, how many come, and whether the page says the truth of them.
public final class NetworkBench implements Measurement {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path CONGESTION = Path.of("/proc/sys/net/ipv4/tcp_congestion_control");

  private static final String LAST_WORD = "() => watched.looks.at(-1)?.[2] ?? 'there is none'";

  private final Profile profile;

  public NetworkBench(Profile profile) {
    this.profile = profile;
  }

  @Override
  public String name() {
    return "network-" + profile;
  }

  @Override
  public String about() {
    return "a camera of 2 Mbit/s in a browser over the line "
        + profile
        + ": ages, and their labels";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(1, Duration.ofSeconds(10), Duration.ofMinutes(1));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    if (!PacketLine.isAllowed()) {
      throw new IOException("a line of real packets needs Linux and the rights of root");
    }
    try (NetworkHouse house = NetworkHouse.open(profile);
        Tab tab = house.chromium().newTab()) {
      tab.context().addInitScript(script());
      Page page = tab.page();
      page.setDefaultTimeout((double) PATIENCE.toMillis());
      double first = firstPictureSeconds(page, house);
      page.waitForTimeout((double) effort.warmUp().toMillis());
      Looks looks = look(page, house, effort.turn().multipliedBy(effort.rounds()));
      List<Figure> figures = new ArrayList<>();
      figures.add(Figure.of("first-picture", first, "s"));
      figures.addAll(looks.figures());
      return new Findings(facts(page, house, looks), figures);
    }
  }

  /// From following a pairing link in a browser that was never there; all of the patience if none
  /// comes.
  private static double firstPictureSeconds(Page page, NetworkHouse house) throws Exception {
    String origin = house.premises().origin().text() + "/";
    String link = house.premises().invite().url(origin, InsecureSecretAccess.token());
    long begun = System.nanoTime();
    try {
      page.navigate(link, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      page.waitForFunction("() => watched.pictures > 0");
    } catch (TimeoutError none) {
      return PATIENCE.toSeconds();
    }
    return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3;
  }

  private static Looks look(Page page, NetworkHouse house, Duration length) throws IOException {
    page.evaluate("() => { watched.looks.length = 0; watched.pictures = 0; }");
    page.waitForTimeout((double) length.toMillis());
    List<?> rows = (List<?>) page.evaluate("() => watched.looks");
    long pictures = ((Number) page.evaluate("() => watched.pictures")).longValue();
    List<Look> looks =
        rows.stream()
            .map(row -> Look.of((List<?>) row))
            .filter(look -> look.counter().isPresent())
            .toList();
    return new Looks(looks, house.drawnMillis(), pictures, length);
  }

  private static Map<String, String> facts(Page page, NetworkHouse house, Looks looks)
      throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("browser", "Chromium " + house.chromium().version());
    facts.put("congestion control", Files.readString(CONGESTION).strip());
    facts.put("line", "packets of IP, " + house.line().fromRelay() + " from the relay");
    facts.put("pictures", looks.pictures() + " in " + looks.length().toSeconds() + " s");
    facts.put("tile in the end", String.valueOf(page.evaluate(LAST_WORD)));
    facts.put("reference", "how old a picture that is called live may be");
    return facts;
  }

  private static String script() throws IOException {
    try (InputStream script = NetworkBench.class.getResourceAsStream("watch.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
