package io.mashrabiya.relay.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
  private final Bundle bundle = new Bundle("bundle/", BundleTest.class.getClassLoader());

  @Test
  void at_root_isTheIndex() {
    var index = bundle.at("/").orElseThrow();
    assertThat(index.contentType()).startsWith("text/html");
    assertThat(bundle.at("/index.html")).contains(index);
  }

  @Test
  void at_fileInAFolder_isFoundOnceAndKept() {
    var worker = bundle.at("/decode/worker.js").orElseThrow();
    assertThat(bundle.at("/decode/worker.js").orElseThrow()).isSameAs(worker);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "index.html",
        "//index.html",
        "/../bundle/index.html",
        "/decode/../index.html",
        "/decode/./worker.js",
        "/decode//worker.js",
        "/decode",
        "/decode/",
        "/%2e%2e/bundle/index.html",
        "/..%2fbundle/index.html",
        "/decode\\worker.js",
        "/.hidden.js",
        "/notes.secret",
        "/missing.js",
        "/index.html\0.js",
        "/index.html?x",
        "/io/mashrabiya/relay/Relay.class",
      })
  void at_anythingButAFileOfTheBundle_isNothing(String path) {
    assertThat(bundle.at(path)).isEmpty();
  }

  @Test
  void at_endlessPath_isNothing() {
    assertThat(bundle.at("/" + "a/".repeat(5_000) + "a.js")).isEmpty();
  }
}
