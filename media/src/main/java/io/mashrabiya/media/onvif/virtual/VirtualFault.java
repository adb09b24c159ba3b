package io.mashrabiya.media.onvif.virtual;

import static io.mashrabiya.media.onvif.xml.Namespace.SOAP;

import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlAttribute;
import io.mashrabiya.media.onvif.xml.XmlElement;

/// A SOAP fault that answers a call (ONVIF Core Specification, section 5.11.2).
final class VirtualFault extends Exception {
  private static final long serialVersionUID = 1;
  private static final String LANGUAGE = "http://www.w3.org/XML/1998/namespace";

  private final String subcode;
  private final String detail;

  private VirtualFault(String subcode, String detail, String reason) {
    super(reason);
    this.subcode = subcode;
    this.detail = detail;
  }

  static VirtualFault notAuthorized() {
    return new VirtualFault("NotAuthorized", "NotAuthorized", "Sender not authorized");
  }

  static VirtualFault notSupported(String operation) {
    return new VirtualFault(
        "ActionNotSupported", "NotImplemented", "Optional action not implemented: " + operation);
  }

  static VirtualFault invalid(String detail, String reason) {
    return new VirtualFault("InvalidArgVal", detail, reason);
  }

  /// The element that stands in the body.
  XmlElement element() {
    XmlElement inner =
        XmlElement.of(SOAP, "Subcode", XmlElement.text(SOAP, "Value", error(detail)));
    XmlElement code =
        XmlElement.of(
            SOAP,
            "Code",
            XmlElement.text(SOAP, "Value", SOAP.qualified("Sender")),
            XmlElement.of(SOAP, "Subcode", XmlElement.text(SOAP, "Value", error(subcode)), inner));
    XmlElement text =
        XmlElement.text(SOAP, "Text", String.valueOf(getMessage()))
            .with(new XmlAttribute(LANGUAGE, "lang", "en"));
    return XmlElement.of(SOAP, "Fault", code, XmlElement.of(SOAP, "Reason", text));
  }

  private static String error(String code) {
    return Namespace.ERROR.qualified(code);
  }
}
