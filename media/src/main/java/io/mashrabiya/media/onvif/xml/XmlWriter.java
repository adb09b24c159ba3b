package io.mashrabiya.media.onvif.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Writes a tree as an XML 1.0 document in UTF-8, escaped, every namespace declared once at its
/// root.
public final class XmlWriter {
  private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

  /// Prefix by namespace.
  private final Map<String, String> prefixes = new LinkedHashMap<>();

  private XmlWriter() {}

  /// Writes a document.
  ///
  /// @param mentioned namespaces whose prefixes stand in values, as in topics and types
  public static byte[] write(XmlElement root, Namespace... mentioned) {
    XmlWriter writer = new XmlWriter();
    for (Namespace namespace : Set.of(mentioned)) {
      writer.prefixes.put(namespace.uri(), namespace.prefix());
    }
    writer.collect(root);
    writer.element(root, true);
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void collect(XmlElement element) {
    declare(element.namespace());
    element.attributes().forEach(attribute -> declare(attribute.namespace()));
    element.children().forEach(this::collect);
  }

  private void declare(String namespace) {
    if (namespace.isEmpty() || prefixes.containsKey(namespace)) {
      return;
    }
    String prefix =
        Arrays.stream(Namespace.values())
            .filter(known -> known.uri().equals(namespace))
            .map(Namespace::prefix)
            .findFirst()
            .orElse("n" + prefixes.size());
    prefixes.put(namespace, prefix);
  }

  private void element(XmlElement element, boolean isRoot) {
    String name = name(element.namespace(), element.local());
    out.append('<').append(name);
    if (isRoot) {
      prefixes.forEach((namespace, prefix) -> attribute("xmlns:" + prefix, namespace));
    }
    for (XmlAttribute attribute : element.attributes()) {
      attribute(name(attribute.namespace(), attribute.local()), attribute.value());
    }
    if (element.text().isEmpty() && element.children().isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    escape(element.text());
    element.children().forEach(child -> element(child, false));
    out.append("</").append(name).append('>');
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
  }

  private String name(String namespace, String local) {
    return namespace.isEmpty() ? local : prefixes.get(namespace) + ":" + local;
  }

  /// Characters that no XML 1.0 document can hold become U+FFFD; so do halves of surrogate pairs.
  private void escape(String text) {
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
            default -> out.appendCodePoint(isCharacter(c) ? c : '\uFFFD');
          }
        });
  }

  private static boolean isCharacter(int c) {
    return c >= ' '
        && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        && c != 0xFFFE
        && c != 0xFFFF;
  }
}
