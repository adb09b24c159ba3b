package io.mashrabiya.media.onvif.xml;

import static io.mashrabiya.media.onvif.xml.Namespace.DEVICE;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XmlWriterTest {
  private static final int[] ODD = "ab<>&\"' \t\n\rü門\uD83D\uDD14]".codePoints().toArray();

  private static String text(XmlElement element, Namespace... mentioned) {
    return new String(XmlWriter.write(element, mentioned), StandardCharsets.UTF_8);
  }

  @Test
  void write_twoNamespaces_declaresThemAtTheRoot() {
    XmlElement element =
        XmlElement.of(DEVICE, "A", XmlElement.text(SCHEMA, "B", "1").with("x", "y"));
    assertThat(text(element))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><tds:A xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\""
                + " xmlns:tt=\"http://www.onvif.org/ver10/schema\"><tt:B x=\"y\">1</tt:B></tds:A>");
  }

  @Test
  void write_mentionedNamespace_isDeclaredWithItsPrefix() {
    assertThat(text(XmlElement.text(SCHEMA, "T", "tns1:A"), Namespace.TOPICS))
        .contains("xmlns:tns1=\"http://www.onvif.org/ver10/topics\"");
  }

  @Test
  void write_markupInValues_isEscaped() {
    assertThat(text(XmlElement.text(SCHEMA, "a", "<&>\"").with("b", "\"><x/>")))
        .endsWith("b=\"&quot;&gt;&lt;x/&gt;\">&lt;&amp;&gt;&quot;</tt:a>");
  }

  @Test
  void write_charactersThatNoDocumentHolds_areReplaced() {
    assertThat(text(XmlElement.text(SCHEMA, "a", "x\u0000\uD800y\uFFFF")))
        .endsWith(">x\uFFFD\uFFFDy\uFFFD</tt:a>");
  }

  @Test
  void write_anyTree_readsBackTheSame() {
    long seed = 20261126;
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      XmlElement tree = tree(random, 4);
      assertThat(XmlReader.read(XmlWriter.write(tree)))
          .as("seed %d, case %d", seed, i)
          .isEqualTo(new XmlReader.Reading.Understood(tree));
    }
  }

  private static XmlElement tree(Random random, int depth) {
    List<XmlElement> children = new ArrayList<>();
    for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
      children.add(tree(random, depth - 1));
    }
    List<XmlAttribute> attributes = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      attributes.add(
          new XmlAttribute(random.nextBoolean() ? "" : uri(random), "a" + i, words(random)));
    }
    return new XmlElement(
        uri(random), "e" + random.nextInt(9), attributes, words(random), children);
  }

  private static String uri(Random random) {
    return random.nextBoolean()
        ? Namespace.values()[random.nextInt(Namespace.values().length)].uri()
        : "urn:other:" + random.nextInt(3);
  }

  private static String words(Random random) {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      words.appendCodePoint(ODD[random.nextInt(ODD.length)]);
    }
    return words.toString();
  }
}
