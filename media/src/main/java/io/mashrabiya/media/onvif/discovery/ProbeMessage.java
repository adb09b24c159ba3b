package io.mashrabiya.media.onvif.discovery;

import static io.mashrabiya.media.onvif.xml.Namespace.ADDRESSING_2004;
import static io.mashrabiya.media.onvif.xml.Namespace.DISCOVERY;

import io.mashrabiya.media.onvif.soap.Envelope;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.util.List;
import java.util.UUID;

/// The question *who is there?* (WS-Discovery, section 5.2), for devices of one type.
///
/// @param id what answers relate to
record ProbeMessage(UUID id, Namespace of, String type) {
  static final String ACTION = "http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe";
  static final String TO_ALL = "urn:schemas-xmlsoap-org:ws:2005:04:discovery";

  /// One for each of the types by which cameras let themselves be found: a device answers only to a
  /// probe all of whose types it has, and many have only one.
  static List<ProbeMessage> all() {
    return List.of(
        new ProbeMessage(UUID.randomUUID(), Namespace.NETWORK, "NetworkVideoTransmitter"),
        new ProbeMessage(UUID.randomUUID(), Namespace.DEVICE, "Device"));
  }

  byte[] write() {
    XmlElement types = XmlElement.text(DISCOVERY, "Types", of.qualified(type));
    return new Envelope(
            List.of(
                XmlElement.text(ADDRESSING_2004, "MessageID", "urn:uuid:" + id),
                XmlElement.text(ADDRESSING_2004, "To", TO_ALL),
                XmlElement.text(ADDRESSING_2004, "Action", ACTION)),
            XmlElement.of(DISCOVERY, "Probe", types))
        .write(of);
  }
}
