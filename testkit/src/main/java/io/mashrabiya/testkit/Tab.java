package io.mashrabiya.testkit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// One page in a browser context of its own. Everything that the page complains of is kept.
public final class Tab implements AutoCloseable {
  private static final String READ_MARK =
      """
      canvas => {
        const mark = globalThis.markOn(canvas);
        return mark && [mark.camera, mark.counter];
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints;

  private Tab(BrowserContext context, Page page, List<String> complaints) {
    this.context = context;
    this.page = page;
    this.complaints = complaints;
  }

  static Tab open(BrowserContext context) {
    context.addInitScript(resource("mark.js"));
    List<String> complaints = new CopyOnWriteArrayList<>();
    context.onWebError(error -> complaints.add(error.error()));
    context.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    return new Tab(context, context.newPage(), complaints);
  }

  public Page page() {
    return page;
  }

  /// The context that the page lives in; another page of it shares its storage, as a second tab
  /// does.
  public BrowserContext context() {
    return context;
  }

  /// What the console called an error and what scripts threw, in all pages of the context so far.
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /// The mark that the canvas shows now, or nothing if it shows none.
  ///
  /// @param canvas finds one canvas or video element whose whole picture is painted, also one that
  ///   a worker paints
  public Optional<SeenMark> markOn(Locator canvas) {
    return Optional.ofNullable(canvas.evaluate(READ_MARK)).map(Tab::seen);
  }

  /// The mark on the one element that this CSS selector finds, in open shadow roots too.
  public Optional<SeenMark> markOn(String selector) {
    return markOn(page.locator(selector));
  }

  /// Saves what the page looks like as PNG.
  public void screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  @Override
  public void close() {
    context.close();
  }

  private static SeenMark seen(Object words) {
    return words instanceof List<?> list
            && list.get(0) instanceof Number camera
            && list.get(1) instanceof Number counter
        ? new SeenMark(camera.longValue(), counter.longValue())
        : unexpected(words);
  }

  private static SeenMark unexpected(Object answer) {
    throw new IllegalStateException("mark.js answered " + answer);
  }

  private static String resource(String name) {
    try (InputStream in = Tab.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the testkit");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
