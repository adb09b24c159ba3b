package io.mashrabiya.proof.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Asks axe-core, an independent judge, whether a page can be used by everybody: WCAG 2.2, levels A
/// and AA, as far as a program can tell.
final class Axe {
  private static final String RUN =
      """
      async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
        const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
        return found.violations.flatMap(({id, help, nodes}) =>
          nodes.map(node => `${id}: ${help}: ${node.target.flat().join(' > ')}: ${node.html.slice(0, 160)}`));
      }
      """;

  private static final String SCRIPT = script();

  private Axe() {}

  /// @param what the page is, for the complaint
  static void judge(Page page, String what) {
    page.evaluate(SCRIPT); // not by an element: the page lets no script in that is not its own
    List<?> violations = (List<?>) page.evaluate(RUN);
    assertThat(violations).as(what).isEmpty();
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe-core is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
