package io.mashrabiya.media.onvif.virtual;

import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.util.List;

/// Puts an answer's elements into namespaces where they do not belong, for
/// [Quirk#WRONG_NAMESPACES].
final class VirtualMangling {
  private VirtualMangling() {}

  static XmlElement of(VirtualOnvifOptions options, XmlElement answer) {
    return options.has(Quirk.WRONG_NAMESPACES) ? mangled(answer) : answer;
  }

  private static XmlElement mangled(XmlElement element) {
    List<XmlElement> children = element.children().stream().map(VirtualMangling::mangled).toList();
    String namespace =
        element.namespace().equals(Namespace.SCHEMA.uri())
            ? Namespace.DEVICE.uri()
            : element.namespace().equals(Namespace.MEDIA.uri()) ? "" : element.namespace();
    return new XmlElement(
        namespace, element.local(), element.attributes(), element.text(), children);
  }
}
