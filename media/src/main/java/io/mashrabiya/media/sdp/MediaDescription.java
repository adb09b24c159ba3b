package io.mashrabiya.media.sdp;

import io.mashrabiya.media.sdp.SessionDescription.Attribute;
import java.util.List;
import java.util.Optional;

/// One medium of a session description: its `m=` line and the attributes behind it.
///
/// @param media `video`, `audio`, `application` and others, in lower case
/// @param protocol such as `RTP/AVP`
/// @param formats for RTP the payload types, in order of preference
/// @param attributes in the order in which they stand
public record MediaDescription(
    String media, String protocol, List<String> formats, List<Attribute> attributes) {

  public MediaDescription {
    formats = List.copyOf(formats);
    attributes = List.copyOf(attributes);
  }

  /// The value of the first attribute of that name.
  public Optional<String> attribute(String name) {
    return SessionDescription.first(attributes, name);
  }

  /// How a payload type is encoded, where an `rtpmap` says it or RFC 3551 (section 6) assigns it.
  public Optional<RtpEncoding> encoding(String format) {
    return forFormat("rtpmap", format)
        .flatMap(RtpEncoding::read)
        .or(() -> RtpEncoding.assigned(format));
  }

  /// One format parameter of a payload type (`fmtp`), its name compared without case.
  public Optional<String> parameter(String format, String name) {
    return forFormat("fmtp", format).flatMap(value -> parameterIn(value, name));
  }

  private static Optional<String> parameterIn(String parameters, String name) {
    for (String parameter : parameters.split(";", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase(name)) {
        return Optional.of(parameter.substring(equals + 1).strip());
      }
    }
    return Optional.empty();
  }

  /// The rest of the first attribute of that name whose value begins with the format.
  private Optional<String> forFormat(String name, String format) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equalsIgnoreCase(name))
        .map(Attribute::value)
        .filter(value -> value.startsWith(format) && value.startsWith(" ", format.length()))
        .map(value -> value.substring(format.length()).strip())
        .findFirst();
  }
}
