package io.mashrabiya.media.onvif.virtual;

/// Ways in which cameras in homes differ from the specification, each of which the virtual one can
/// take on.
public enum Quirk {
  /// It is older than Media2.
  NO_MEDIA2,
  /// It has Media2, and no Media.
  NO_MEDIA,
  /// It lists Media2, which then fails.
  MEDIA2_FAILS,
  /// It is older than `GetServices`.
  NO_GET_SERVICES,
  /// It is behind NAT, and names its services and streams by an address of its own network.
  FOREIGN_ADDRESSES,
  /// It names them by `0.0.0.0`.
  UNSPECIFIED_ADDRESSES,
  /// It names its services by their paths alone.
  RELATIVE_ADDRESSES,
  /// It escapes URIs twice.
  ESCAPED_TWICE,
  /// It puts line ends and spaces around values.
  WHITE_SPACE,
  /// It puts what belongs to ONVIF's schema into the namespace of the service, and forgets to
  /// declare one.
  WRONG_NAMESPACES,
  /// It takes HTTP Digest, and no token of WS-Security.
  HTTP_DIGEST_ONLY,
  /// It tells its time only to those whom it knows.
  CLOCK_NEEDS_LOGIN,
  /// It refuses to renew a subscription, and prolongs it with each pull.
  NO_RENEW,
  /// It answers a pull at once, though there is nothing to tell.
  PULLS_AT_ONCE,
  /// It knows a subscription by a reference parameter, and not by its address.
  REFERENCE_PARAMETERS
}
