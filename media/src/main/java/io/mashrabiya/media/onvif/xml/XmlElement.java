package io.mashrabiya.media.onvif.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An element, immutable, with all below it.
///
/// Looked up by namespace and local name. Leniency: where no child has both, those that have the
/// local name alone count, because cameras put elements into wrong namespaces or forget to declare
/// one. Comments and processing instructions are gone.
///
/// @param namespace empty where there is none, or where its prefix was never declared
/// @param text all text directly in it, unescaped
public record XmlElement(
    String namespace,
    String local,
    List<XmlAttribute> attributes,
    String text,
    List<XmlElement> children) {
  public XmlElement {
    attributes = List.copyOf(attributes);
    children = List.copyOf(children);
  }

  /// One that holds others, or nothing.
  public static XmlElement of(Namespace namespace, String local, XmlElement... children) {
    return new XmlElement(namespace.uri(), local, List.of(), "", List.of(children));
  }

  /// One that holds text.
  public static XmlElement text(Namespace namespace, String local, String text) {
    return new XmlElement(namespace.uri(), local, List.of(), text, List.of());
  }

  /// The same with an attribute without namespace.
  public XmlElement with(String attribute, String value) {
    return with(new XmlAttribute("", attribute, value));
  }

  /// The same with an attribute.
  public XmlElement with(XmlAttribute attribute) {
    List<XmlAttribute> more = new ArrayList<>(attributes);
    more.add(attribute);
    return new XmlElement(namespace, local, more, text, children);
  }

  /// The same with more children.
  public XmlElement and(List<XmlElement> more) {
    return new XmlElement(
        namespace,
        local,
        attributes,
        text,
        Stream.concat(children.stream(), more.stream()).toList());
  }

  /// Whether it is of that name, in whatever namespace.
  public boolean is(String name) {
    return local.equals(name);
  }

  /// Its children of that name, in order.
  public List<XmlElement> children(Namespace wanted, String name) {
    List<XmlElement> named = children.stream().filter(child -> child.is(name)).toList();
    List<XmlElement> exact =
        named.stream().filter(child -> child.namespace.equals(wanted.uri())).toList();
    return exact.isEmpty() ? named : exact;
  }

  /// What lies at the end of a path of names, the first at each step.
  public Optional<XmlElement> find(Namespace wanted, String... path) {
    Optional<XmlElement> at = Optional.of(this);
    for (String name : path) {
      at = at.flatMap(element -> element.children(wanted, name).stream().findFirst());
    }
    return at;
  }

  /// The value at the end of a path, without the white space around it; empty where there is no
  /// element, or nothing in it.
  public Optional<String> value(Namespace wanted, String... path) {
    return find(wanted, path).map(element -> element.text.strip()).filter(s -> !s.isEmpty());
  }

  /// An attribute's value by its local name, without the white space around it.
  public Optional<String> attribute(String name) {
    return attributes.stream()
        .filter(attribute -> attribute.local().equals(name))
        .map(attribute -> attribute.value().strip())
        .findFirst();
  }

  /// Its name only: what lies in it may be a hash of a password.
  @Override
  public String toString() {
    return "XmlElement[" + local + "]";
  }
}
