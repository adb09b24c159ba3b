package io.mashrabiya.media.onvif.xml;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.Sentence;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads hostile bytes into a tree, by the JDK's StAX parser with everything off that reaches out
/// of the document.
///
/// Guarantee: no file and no address is opened, whatever the document names: a document type is
/// refused before an entity of it can be used. Bytes, depth, elements and attributes are bounded,
/// and so are time and memory. Not guaranteed: that the document fits a schema.
///
/// Leniencies: always read as UTF-8, whatever is declared (Chinese cameras declare GB2312 and send
/// ASCII), with what is no UTF-8 replaced; a byte order mark, white space or NULs around the
/// document; prefixes that nobody declared. Namespaces are resolved here, because the parser
/// refuses such prefixes.
public final class XmlReader {
  /// The largest document; a recorder with 32 cameras lists its profiles in about a quarter of it.
  public static final int MOST_BYTES = 1 << 20;

  /// The deepest nesting.
  public static final int MOST_DEPTH = 64;

  /// The most elements.
  public static final int MOST_ELEMENTS = 30_000;

  /// The most attributes of one element, declarations of namespaces included.
  public static final int MOST_ATTRIBUTES = 64;

  /// The most namespaces in force at one place.
  public static final int MOST_NAMESPACES = 256;

  private static final String DECLARATION = "xmlns";
  private static final String DOCUMENT_TYPE = "<!DOCTYPE";

  private final XMLStreamReader events;
  private final Deque<Open> open = new ArrayDeque<>();
  private int elements;

  private XmlReader(XMLStreamReader events) {
    this.events = events;
  }

  /// What reading came to.
  public sealed interface Reading {
    /// A whole document.
    record Understood(XmlElement root) implements Reading {}

    /// None.
    ///
    /// @param production what should have stood there
    /// @param offset where in the document, in characters; 0 where nobody knows
    record Malformed(Sentence production, int offset) implements Reading {}
  }

  /// An element that has begun and not ended, and the namespaces that hold within it.
  private record Open(
      String namespace,
      String local,
      List<XmlAttribute> attributes,
      Map<String, String> namespaces,
      StringBuilder text,
      List<XmlElement> children) {}

  /// Reads one document.
  public static Reading read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new Reading.Malformed(say("a document of at most 1 MiB"), MOST_BYTES);
    }
    String text = trimmed(new String(bytes, StandardCharsets.UTF_8));
    int documentType = text.indexOf(DOCUMENT_TYPE);
    if (documentType >= 0) { // before the parser sees it, which stumbles over some of them
      return new Reading.Malformed(say("a document without a document type"), documentType);
    }
    try {
      XMLStreamReader events = factory().createXMLStreamReader(new StringReader(text));
      return new XmlReader(events).read();
    } catch (XMLStreamException e) {
      int offset = e.getLocation() == null ? 0 : e.getLocation().getCharacterOffset();
      return new Reading.Malformed(say("well-formed XML"), Math.clamp(offset, 0, text.length()));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isPadding(text.charAt(from))) {
      from++;
    }
    while (to > from && isPadding(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isPadding(char c) {
    return c <= ' ' || c == '\uFEFF';
  }

  private Reading read() throws XMLStreamException {
    while (events.hasNext()) {
      switch (events.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          elements++;
          if (elements > MOST_ELEMENTS
              || open.size() >= MOST_DEPTH
              || events.getAttributeCount() > MOST_ATTRIBUTES) {
            return malformed(say("a document within bounds"));
          }
          if (!begin()) {
            return malformed(say("a name, and namespaces within bounds"));
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (!open.isEmpty()) {
            open.getLast().text().append(events.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          XmlElement ended = end();
          if (open.isEmpty()) {
            return new Reading.Understood(ended);
          }
          open.getLast().children().add(ended);
        }
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    return malformed(say("an element"));
  }

  private boolean begin() {
    Map<String, String> namespaces = namespaces();
    if (namespaces.size() > MOST_NAMESPACES) {
      return false;
    }
    String name = text(events.getLocalName()); // with its prefix, as namespaces are resolved here
    int colon = name.lastIndexOf(':');
    String local = name.substring(colon + 1);
    String namespace = namespaces.getOrDefault(colon < 0 ? "" : name.substring(0, colon), "");
    if (!isName(local)) {
      return false;
    }
    open.addLast(
        new Open(
            namespace,
            local,
            attributes(namespaces),
            namespaces,
            new StringBuilder(),
            new ArrayList<>()));
    return true;
  }

  /// The attributes that declare no namespace. Of several with one name, as undeclared prefixes
  /// make them, the first counts.
  private List<XmlAttribute> attributes(Map<String, String> namespaces) {
    Map<String, XmlAttribute> byName = new LinkedHashMap<>();
    for (int i = 0; i < events.getAttributeCount(); i++) {
      String prefix = text(events.getAttributePrefix(i));
      String name = text(events.getAttributeLocalName(i));
      String local = name.substring(name.lastIndexOf(':') + 1);
      boolean declares =
          prefix.equals(DECLARATION) || (prefix.isEmpty() && name.equals(DECLARATION));
      if (!declares && !local.equals(DECLARATION) && isName(local)) {
        String namespace = prefix.isEmpty() ? "" : namespaces.getOrDefault(prefix, "");
        byName.putIfAbsent(
            namespace + " " + local,
            new XmlAttribute(namespace, local, text(events.getAttributeValue(i))));
      }
    }
    return List.copyOf(byName.values());
  }

  /// The namespaces by prefix within the element that begins; the default one by the empty prefix.
  private Map<String, String> namespaces() {
    Map<String, String> outer = open.isEmpty() ? Map.of() : open.getLast().namespaces();
    Map<String, String> declared = new HashMap<>();
    for (int i = 0; i < events.getAttributeCount(); i++) {
      String prefix = text(events.getAttributePrefix(i));
      String local = text(events.getAttributeLocalName(i));
      boolean ofDefault = prefix.isEmpty() && local.equals(DECLARATION);
      if (prefix.equals(DECLARATION) || ofDefault) {
        declared.put(ofDefault ? "" : local, text(events.getAttributeValue(i)).strip());
      }
    }
    if (declared.isEmpty()) {
      return outer;
    }
    Map<String, String> inner = new HashMap<>(outer);
    inner.putAll(declared);
    return inner;
  }

  private XmlElement end() {
    Open ended = open.removeLast();
    return new XmlElement(
        ended.namespace(),
        ended.local(),
        ended.attributes(),
        ended.text().toString(),
        ended.children());
  }

  /// Whether it can stand without its prefix, behind which digits may begin a name.
  private static boolean isName(String local) {
    return !local.isEmpty()
        && switch (Character.getType(local.codePointAt(0))) {
          case Character.UPPERCASE_LETTER,
              Character.LOWERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.OTHER_LETTER,
              Character.LETTER_NUMBER ->
              true;
          default -> local.charAt(0) == '_';
        };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private Reading malformed(Sentence production) {
    return new Reading.Malformed(
        production, Math.max(0, events.getLocation().getCharacterOffset()));
  }
}
