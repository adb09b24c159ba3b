package io.mashrabiya.media.onvif.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.words.Sentence;
import java.util.stream.Stream;

/// Hostile bytes at the reader of XML: a tree within bounds, or malformed at a place; never an
/// exception. What is understood can be written, and then reads the same.
class XmlFuzzTest {
  /// So many namespaces fit into a root beside its attributes.
  private static final int ROOM = 8;

  @FuzzTest
  void document(byte[] input) {
    switch (XmlReader.read(input)) {
      case XmlReader.Reading.Understood(XmlElement root) -> {
        assertThat(depth(root)).isLessThanOrEqualTo(XmlReader.MOST_DEPTH);
        if (XmlReader.read(XmlWriter.write(root))
            instanceof XmlReader.Reading.Understood(XmlElement again)) {
          assertThat(again).isEqualTo(root);
        } else {
          assertThat(namespaces(root).count()).as("declared at the root").isGreaterThan(ROOM);
        }
      }
      case XmlReader.Reading.Malformed(Sentence production, int offset) -> {
        assertThat(production).asString().isNotEmpty();
        assertThat(offset).isNotNegative();
      }
    }
  }

  private static Stream<String> namespaces(XmlElement element) {
    Stream<String> here =
        Stream.concat(
            Stream.of(element.namespace()),
            element.attributes().stream().map(XmlAttribute::namespace));
    return Stream.concat(here, element.children().stream().flatMap(XmlFuzzTest::namespaces))
        .distinct();
  }

  private static int depth(XmlElement element) {
    return 1 + element.children().stream().mapToInt(XmlFuzzTest::depth).max().orElse(0);
  }
}
