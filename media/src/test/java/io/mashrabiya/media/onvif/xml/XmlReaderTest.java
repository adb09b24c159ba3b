package io.mashrabiya.media.onvif.xml;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.onvif.xml.XmlReader.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XmlReaderTest {
  private static Reading read(String text) {
    return XmlReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static XmlElement root(String text) {
    assertThat(read(text)).isInstanceOf(Reading.Understood.class);
    return ((Reading.Understood) read(text)).root();
  }

  @Test
  void read_prefixesAndDefaults_resolvesNamespacesWhereTheyHold() {
    XmlElement root =
        root(
            "<a xmlns='urn:1' xmlns:p='urn:2'><p:b p:x='1' y='2'/><b xmlns='urn:3'><c/></b><c/></a>");
    assertThat(root.namespace()).isEqualTo("urn:1");
    XmlElement first = root.children().getFirst();
    assertThat(first.namespace()).isEqualTo("urn:2");
    assertThat(first.attributes())
        .containsExactly(new XmlAttribute("urn:2", "x", "1"), new XmlAttribute("", "y", "2"));
    assertThat(root.children().get(1).children().getFirst().namespace()).isEqualTo("urn:3");
    assertThat(root.children().get(2).namespace()).isEqualTo("urn:1");
  }

  @Test
  void read_textInPieces_isWhole() {
    assertThat(root("<a>1 &lt;<![CDATA[<2>]]><!-- no -->&#x33;&amp;amp;</a>").text())
        .isEqualTo("1 <<2>3&amp;");
  }

  @Test
  void read_undeclaredPrefix_isTakenWithoutNamespace() {
    XmlElement child = root("<a><tt:b/></a>").children().getFirst();
    assertThat(child.local()).isEqualTo("b");
    assertThat(child.namespace()).isEmpty();
  }

  @Test
  void read_colonsInNames_areUndone() {
    XmlElement root = root("<a:b:c d:x='1' e:x='2' f:xmlns='urn:g'/>");
    assertThat(root.local()).isEqualTo("c");
    assertThat(root.attributes()).containsExactly(new XmlAttribute("", "x", "1"));
    assertThat(read("<a:1/>")).isInstanceOf(Reading.Malformed.class);
    assertThat(read("<a:/>")).isInstanceOf(Reading.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n<?xml version=\"1.0\" encoding=\"utf-8\"?><a>1</a>",
        "\uFEFF<a>1</a>",
        "<a>1</a>\u0000\u0000\n",
        "<?xml version='1.0' encoding='GB2312'?><a>1</a>",
      })
  void read_dirtAroundTheDocument_isForgiven(String text) {
    assertThat(root(text).text()).isEqualTo("1");
  }

  @Test
  void read_bytesThatAreNoUtf8_areReplaced() {
    byte[] bytes = "<a>Gar?on</a>".getBytes(StandardCharsets.ISO_8859_1);
    bytes[6] = (byte) 0xE7;
    assertThat(XmlReader.read(bytes))
        .isInstanceOfSatisfying(
            Reading.Understood.class,
            reading -> assertThat(reading.root().text()).isEqualTo("Gar\uFFFDon"));
  }

  @Test
  void read_entityOfAFile_opensNothing(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
    Reading reading = read("<!DOCTYPE a [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><a>&e;</a>");
    assertThat(reading)
        .isEqualTo(
            new Reading.Malformed(
                say("a document without a document type"), ((Reading.Malformed) reading).offset()));
    assertThat(reading.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a SYSTEM 'http://192.0.2.1/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;'>]><a>&m;</a>",
        "<!DOCTYPE html><html><body>401</body></html>",
      })
  void read_documentType_isRefused(String text) {
    assertThat(read(text))
        .isInstanceOfSatisfying(
            Reading.Malformed.class,
            malformed ->
                assertThat(malformed.production())
                    .hasToString("a document without a document type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "no",
        "<a>",
        "<a></b>",
        "<a>&e;</a>",
        "<a x='1' x='2'/>",
        "<a>\u0001</a>",
        "<a",
        "<?xml?>",
      })
  void read_whatIsNoXml_isMalformedAtAPlace(String text) {
    assertThat(read(text))
        .isInstanceOfSatisfying(
            Reading.Malformed.class,
            malformed -> assertThat(malformed.offset()).isBetween(0, text.length()));
  }

  @Test
  void read_atTheBounds_isRead() {
    String deepest = "<a>".repeat(XmlReader.MOST_DEPTH) + "</a>".repeat(XmlReader.MOST_DEPTH);
    assertThat(read(deepest)).isInstanceOf(Reading.Understood.class);
    String widest = "<r>" + "<a/>".repeat(XmlReader.MOST_ELEMENTS - 1) + "</r>";
    assertThat(read(widest)).isInstanceOf(Reading.Understood.class);
  }

  @Test
  void read_beyondTheBounds_isMalformed() {
    int deep = XmlReader.MOST_DEPTH + 1;
    assertThat(read("<a>".repeat(deep) + "</a>".repeat(deep)))
        .isInstanceOf(Reading.Malformed.class);
    assertThat(read("<r>" + "<a/>".repeat(XmlReader.MOST_ELEMENTS) + "</r>"))
        .isInstanceOf(Reading.Malformed.class);
    assertThat(XmlReader.read(new byte[XmlReader.MOST_BYTES + 1]))
        .isInstanceOf(Reading.Malformed.class);
    StringBuilder attributes = new StringBuilder("<a");
    for (int i = 0; i <= XmlReader.MOST_ATTRIBUTES; i++) {
      attributes.append(" x").append(i).append("=''");
    }
    assertThat(read(attributes + "/>")).isInstanceOf(Reading.Malformed.class);
  }

  /// Each element copies what is declared around it, which would be quadratic without a bound.
  @Test
  void read_manyNamespacesInForce_isMalformed() {
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i <= XmlReader.MOST_NAMESPACES / 50; i++) {
      nested.append("<a");
      for (int j = 0; j < 50; j++) {
        nested.append(" xmlns:p").append(i * 50 + j).append("='u'");
      }
      nested.append('>');
    }
    assertThat(read(nested + "<b/>"))
        .isInstanceOfSatisfying(
            Reading.Malformed.class,
            malformed ->
                assertThat(malformed.production())
                    .hasToString("a name, and namespaces within bounds"));
  }
}
