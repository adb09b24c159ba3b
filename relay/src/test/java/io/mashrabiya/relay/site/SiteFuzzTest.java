package io.mashrabiya.relay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.relay.proxy.Caller;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.link.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// What a browser, or somebody who is none, may ask the site for.
class SiteFuzzTest {
  private static final String PREFIX = "io/mashrabiya/relay/site/";
  private static final Caller SOMEBODY = new Caller(Optional.empty(), Optional.empty(), false);

  /// Whatever the path, it leads to a file below the prefix or to nothing.
  @FuzzTest
  void path(byte[] input) {
    String path = new String(input, StandardCharsets.ISO_8859_1);
    new Bundle(PREFIX, SiteFuzzTest.class.getClassLoader())
        .at(path)
        .ifPresent(file -> assertThat(path).doesNotContain("..", "//", "\\", "%", "\0"));
  }

  /// Whatever the header, it is one of the two pages, and no header gives cryptography to plain
  /// http of another machine.
  @FuzzTest
  void headers(byte[] input) throws Malformed {
    String header = new String(input, StandardCharsets.ISO_8859_1);
    var page = StaticPage.of("plain", Map.of("origin", "http://relay.example"));
    assertThat(page.bytes(header)).isIn(page.bytes(null), page.bytes("ar"));
    var cryptography = new Cryptography(Origin.parse("http://relay.example"), false, false);
    if (cryptography.isGiven(SOMEBODY, header)) {
      assertThat(header).containsPattern("(?i)localhost|^127\\.|^\\[::1]");
    }
  }
}
