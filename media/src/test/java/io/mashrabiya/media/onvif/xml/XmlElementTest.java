package io.mashrabiya.media.onvif.xml;

import static io.mashrabiya.media.onvif.xml.Namespace.DEVICE;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlElementTest {
  @Test
  void find_nameInTwoNamespaces_prefersTheWantedOne() {
    XmlElement element =
        XmlElement.of(
            DEVICE, "a", XmlElement.text(DEVICE, "b", "1"), XmlElement.text(SCHEMA, "b", "2"));
    assertThat(element.value(SCHEMA, "b")).contains("2");
    assertThat(element.children(SCHEMA, "b")).hasSize(1);
  }

  @Test
  void find_nameInTheWrongNamespaceOnly_isFound() {
    XmlElement element = XmlElement.of(DEVICE, "a", XmlElement.text(DEVICE, "b", "1"));
    assertThat(element.value(SCHEMA, "b")).contains("1");
  }

  @Test
  void value_whiteSpaceAround_isStripped() {
    XmlElement element = XmlElement.of(DEVICE, "a", XmlElement.text(DEVICE, "b", "\n  1 \t"));
    assertThat(element.value(DEVICE, "b")).contains("1");
    assertThat(XmlElement.of(DEVICE, "a", XmlElement.text(DEVICE, "b", " ")).value(DEVICE, "b"))
        .isEmpty();
    assertThat(element.value(DEVICE, "b", "c")).isEmpty();
  }

  @Test
  void attribute_withAnyPrefix_isFoundByItsName() {
    XmlElement element =
        XmlElement.of(DEVICE, "a").with(new XmlAttribute("urn:x", "token", " main "));
    assertThat(element.attribute("token")).contains("main");
    assertThat(element.attribute("other")).isEmpty();
  }

  @Test
  void toString_holdsNoValue() {
    assertThat(XmlElement.text(DEVICE, "Password", "hunter2").with("x", "hunter2").toString())
        .isEqualTo("XmlElement[Password]");
  }
}
