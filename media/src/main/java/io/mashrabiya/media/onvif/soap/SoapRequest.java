package io.mashrabiya.media.onvif.soap;

import io.mashrabiya.media.onvif.xml.XmlElement;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// One question to a camera.
///
/// @param to the service's address
/// @param action names the operation in HTTP's `Content-Type` (SOAP 1.2 part 2, section 6.5.3)
/// @param headers further header blocks
/// @param body the operation
/// @param patience how long the camera is asked to wait before it answers, as a pull point is
public record SoapRequest(
    URI to, String action, List<XmlElement> headers, XmlElement body, Duration patience) {
  public SoapRequest {
    headers = List.copyOf(headers);
  }

  /// A question about something that is known at once. ONVIF's own actions are the operation's name
  /// behind its namespace.
  public static SoapRequest of(URI to, XmlElement body) {
    return new SoapRequest(
        to, body.namespace() + "/" + body.local(), List.of(), body, Duration.ZERO);
  }

  /// The operation's name.
  public String operation() {
    return body.local();
  }
}
