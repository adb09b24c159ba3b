package io.mashrabiya.media.onvif.xml;

/// The namespaces that ONVIF's messages are made of, with the prefixes that its specifications
/// print. Prefixes mean nothing on the way in.
public enum Namespace {
  /// SOAP 1.2.
  SOAP("s", "http://www.w3.org/2003/05/soap-envelope"),
  /// WS-Addressing 1.0, of the event service.
  ADDRESSING("wsa", "http://www.w3.org/2005/08/addressing"),
  /// WS-Addressing of 2004, of WS-Discovery.
  ADDRESSING_2004("a", "http://schemas.xmlsoap.org/ws/2004/08/addressing"),
  /// WS-Discovery of 2005, the one that ONVIF uses.
  DISCOVERY("d", "http://schemas.xmlsoap.org/ws/2005/04/discovery"),
  /// What a network camera calls itself when it is looked for.
  NETWORK("dn", "http://www.onvif.org/ver10/network/wsdl"),
  /// WS-Security 1.0.
  SECURITY(
      "wsse", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"),
  /// The part of WS-Security that holds the time of a token.
  SECURITY_UTILITY(
      "wsu", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"),
  /// ONVIF device service.
  DEVICE("tds", "http://www.onvif.org/ver10/device/wsdl"),
  /// ONVIF Media, version 1.
  MEDIA("trt", "http://www.onvif.org/ver10/media/wsdl"),
  /// ONVIF Media2, version 2.
  MEDIA2("tr2", "http://www.onvif.org/ver20/media/wsdl"),
  /// ONVIF event service.
  EVENTS("tev", "http://www.onvif.org/ver10/events/wsdl"),
  /// ONVIF PTZ service, version 2.
  PTZ("tptz", "http://www.onvif.org/ver20/ptz/wsdl"),
  /// The types that the services share.
  SCHEMA("tt", "http://www.onvif.org/ver10/schema"),
  /// ONVIF's own fault codes.
  ERROR("ter", "http://www.onvif.org/ver10/error"),
  /// ONVIF's own topics.
  TOPICS("tns1", "http://www.onvif.org/ver10/topics"),
  /// WS-BaseNotification 1.3.
  NOTIFICATION("wsnt", "http://docs.oasis-open.org/wsn/b-2"),
  /// WS-Topics 1.3.
  TOPIC_SET("wstop", "http://docs.oasis-open.org/wsn/t-1");

  private final String prefix;
  private final String uri;

  Namespace(String prefix, String uri) {
    this.prefix = prefix;
    this.uri = uri;
  }

  public String prefix() {
    return prefix;
  }

  public String uri() {
    return uri;
  }

  /// A name as it stands in a value, such as a topic or a type.
  public String qualified(String local) {
    return prefix + ":" + local;
  }
}
