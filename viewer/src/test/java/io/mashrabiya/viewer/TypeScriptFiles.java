package io.mashrabiya.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mashrabiya.testkit.ChromiumTest;
import io.mashrabiya.testkit.Tab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Tests of `viewer/src/test/ts`, each as a test of its own. The build has bundled each file; a
/// file gets a fresh page, loads, tells the names of its tests, and is asked to run one after the
/// other.
@ChromiumTest
abstract class TypeScriptFiles {
  private final TestPages pages = TestPages.serve();

  @BeforeAll
  static void bundles_ofTheBuild_areThere() {
    assertThat(bundles()).contains("harness.test.js");
  }

  @AfterEach
  void close() {
    pages.close();
  }

  /// Whether it is one of those that are run here.
  abstract boolean takes(String bundle);

  @TestFactory
  Stream<DynamicContainer> file(Tab tab) {
    return bundles().stream()
        .filter(this::takes)
        .map(bundle -> DynamicContainer.dynamicContainer(bundle, tests(tab.page(), bundle)));
  }

  /// Loads the file only when its turn comes, as the stream is walked.
  private Stream<DynamicTest> tests(Page page, String bundle) {
    return Stream.of(bundle)
        .flatMap(file -> {
          if (file.endsWith("phone.test.js")) {
            page.setViewportSize(390, 844);
          } else {
            page.setViewportSize(1280, 800);
          }
          page.navigate(pages.empty());
          page.evaluate("file => import('/' + file)", file);
          return names(page).stream();
        })
        .map(name -> DynamicTest.dynamicTest(name, () -> run(page, bundle, name)));
  }

  private static List<String> names(Page page) {
    List<?> names = (List<?>) page.evaluate("() => mashrabiyaTests.names()");
    assertThat(names).as("a file without tests tests nothing").isNotEmpty();
    return names.stream().map(String.class::cast).toList();
  }

  private static void run(Page page, String bundle, String name) {
    Object fault = page.evaluate("name => mashrabiyaTests.run(name)", name);
    assertThat(fault).as("%s in %s", name, bundle).isEqualTo("");
  }

  private static List<String> bundles() {
    try (Stream<Path> files = Files.walk(TestPages.FOLDER)) {
      return files
          .map(file -> TestPages.FOLDER.relativize(file).toString())
          .filter(name -> name.endsWith(".test.js"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
