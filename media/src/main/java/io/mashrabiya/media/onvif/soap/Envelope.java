package io.mashrabiya.media.onvif.soap;

import static io.mashrabiya.media.onvif.xml.Namespace.SOAP;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import io.mashrabiya.media.onvif.xml.XmlReader;
import io.mashrabiya.media.onvif.xml.XmlWriter;
import io.mashrabiya.words.Sentence;
import java.util.List;
import java.util.Optional;

/// A SOAP message (SOAP 1.2 part 1, section 5): header blocks, and one element in its body.
public record Envelope(List<XmlElement> headers, XmlElement body) {
  public Envelope {
    headers = List.copyOf(headers);
  }

  /// What reading one came to.
  public sealed interface Reading {
    /// A message.
    record Understood(Envelope envelope) implements Reading {}

    /// None.
    ///
    /// @param offset where in the document, in characters; 0 where nobody knows
    record Malformed(Sentence production, int offset) implements Reading {}
  }

  /// The message as bytes.
  ///
  /// @param mentioned namespaces whose prefixes stand in values
  public byte[] write(Namespace... mentioned) {
    XmlElement root = XmlElement.of(SOAP, "Envelope");
    if (!headers.isEmpty()) {
      root = root.and(List.of(XmlElement.of(SOAP, "Header").and(headers)));
    }
    return XmlWriter.write(root.and(List.of(XmlElement.of(SOAP, "Body", body))), mentioned);
  }

  /// Reads one. Leniency: the namespace of SOAP is not looked at, so that SOAP 1.1 is read too; an
  /// empty body counts as an element without a name.
  public static Reading read(byte[] bytes) {
    return switch (XmlReader.read(bytes)) {
      case XmlReader.Reading.Malformed(Sentence production, int offset) ->
          new Reading.Malformed(production, offset);
      case XmlReader.Reading.Understood(XmlElement root) -> of(root);
    };
  }

  private static Reading of(XmlElement root) {
    Optional<XmlElement> body = root.find(SOAP, "Body");
    if (!root.is("Envelope") || body.isEmpty()) {
      return new Reading.Malformed(say("a SOAP envelope with a body"), 0);
    }
    List<XmlElement> headers =
        root.find(SOAP, "Header").map(XmlElement::children).orElse(List.of());
    XmlElement first =
        body.get().children().stream()
            .findFirst()
            .orElseGet(() -> new XmlElement("", "", List.of(), "", List.of()));
    return new Reading.Understood(new Envelope(headers, first));
  }

  /// The first header block of that name.
  public Optional<XmlElement> header(Namespace namespace, String local) {
    return XmlElement.of(SOAP, "Header").and(headers).find(namespace, local);
  }
}
