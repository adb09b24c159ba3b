package io.mashrabiya.media.onvif.xml;

/// An attribute.
///
/// @param namespace empty where its name has no prefix, or one that nobody declared
/// @param local its name without prefix
/// @param value unescaped
public record XmlAttribute(String namespace, String local, String value) {}
