package io.mashrabiya.relay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFileTest {
  @ParameterizedTest
  @CsvSource({
    "/index.html, no-store",
    "/main.js, no-cache",
    "/decode/worker.js, no-cache",
    "/a-AB12CD34.js, 'public, max-age=31536000, immutable'",
    "/fonts/vazirmatn-arabic-wght-normal.woff2, no-cache",
  })
  void caching_eachKindOfName_isWhatItsBytesAllow(String path, String caching) {
    assertThat(SiteFile.of(path, "any", new byte[1]).caching()).isEqualTo(caching);
  }

  @Test
  void entityTag_otherBytes_isAnother() {
    var one = SiteFile.of("/main.js", "any", new byte[] {1});
    var other = SiteFile.of("/main.js", "any", new byte[] {2});
    assertThat(one.entityTag()).matches("\"[0-9a-f]{32}\"").isNotEqualTo(other.entityTag());
    assertThat(SiteFile.of("/x.js", "any", new byte[] {1}).entityTag()).isEqualTo(one.entityTag());
  }

  @Test
  void zipped_longText_isTheSameText() throws IOException {
    byte[] text = "mashrabiya ".repeat(100).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var file = SiteFile.of("/main.js", "any", text);
    byte[] zipped = file.zipped().orElseThrow();
    assertThat(zipped).hasSizeLessThan(text.length);
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      assertThat(unzipped.readAllBytes()).isEqualTo(text);
    }
  }

  @Test
  void zipped_whatGrowsByIt_isNot() {
    assertThat(SiteFile.of("/main.js", "any", new byte[3]).zipped()).isEmpty();
  }

  @Test
  void contentTypeOf_unknownKind_isNotServed() {
    assertThat(SiteFile.contentTypeOf("/main.js")).contains("text/javascript; charset=utf-8");
    assertThat(SiteFile.contentTypeOf("/main.js.map")).isEmpty();
    assertThat(SiteFile.contentTypeOf("/Main.class")).isEmpty();
    assertThat(SiteFile.contentTypeOf("/noending")).isEmpty();
  }
}
