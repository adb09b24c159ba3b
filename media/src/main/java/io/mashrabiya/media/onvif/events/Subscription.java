package io.mashrabiya.media.onvif.events;

import static io.mashrabiya.media.onvif.xml.Namespace.ADDRESSING;

import io.mashrabiya.media.onvif.soap.SoapRequest;
import io.mashrabiya.media.onvif.xml.XmlAttribute;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// How requests about one subscription are addressed (WS-Addressing 1.0, section 2.1).
///
/// @param to where they go
/// @param named the same as the camera named it, which it may compare
/// @param parameters elements that go along with each, by which some cameras know the subscription
record Subscription(URI to, String named, List<XmlElement> parameters) {
  private static final int MOST_PARAMETERS = 8;

  Subscription {
    parameters =
        parameters.stream()
            .limit(MOST_PARAMETERS)
            .map(element ->
                element.with(new XmlAttribute(ADDRESSING.uri(), "IsReferenceParameter", "true")))
            .toList();
  }

  SoapRequest request(String action, XmlElement body, Duration patience) {
    List<XmlElement> headers = new ArrayList<>();
    headers.add(XmlElement.text(ADDRESSING, "Action", action));
    headers.add(XmlElement.text(ADDRESSING, "MessageID", "urn:uuid:" + UUID.randomUUID()));
    headers.add(XmlElement.text(ADDRESSING, "To", named));
    headers.addAll(parameters);
    return new SoapRequest(to, action, headers, body, patience);
  }
}
