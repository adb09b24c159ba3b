package io.mashrabiya.media.onvif.stream;

import static io.mashrabiya.media.onvif.xml.Namespace.MEDIA2;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.soap.SoapClient;
import io.mashrabiya.media.onvif.soap.SoapRequest;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import io.mashrabiya.media.rtsp.RtspAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// One of a camera's media services: Media (ver10) or Media2 (ver20), which differ in where things
/// stand and not in what they mean. Blocking; owned by one thread.
public final class MediaService {
  private final SoapClient soap;
  private final Namespace version;
  private final URI address;
  private final ServiceAddress reached;

  /// @param version [Namespace#MEDIA] or [Namespace#MEDIA2]
  /// @param address where this service is
  /// @param reached where the device service was reached
  public MediaService(SoapClient soap, Namespace version, URI address, ServiceAddress reached) {
    this.soap = soap;
    this.version = version;
    this.address = address;
    this.reached = reached;
  }

  /// The profiles that encode video.
  public Answer<List<MediaProfile>> profiles() {
    XmlElement get = XmlElement.of(version, "GetProfiles");
    if (isMedia2()) {
      get = get.and(List.of(XmlElement.text(version, "Type", "All")));
    }
    return soap.ask(SoapRequest.of(address, get))
        .map(response -> ProfileReader.read(version, response));
  }

  /// Where a profile's stream is played: RTP interleaved in RTSP over TCP, as our RTSP client wants
  /// it.
  public Answer<NamedStream> stream(MediaProfile profile) {
    XmlElement reference = XmlElement.text(version, "ProfileToken", profile.reference());
    XmlElement get =
        isMedia2()
            ? XmlElement.of(
                version, "GetStreamUri", XmlElement.text(version, "Protocol", "RTSP"), reference)
            : XmlElement.of(version, "GetStreamUri", setup(), reference);
    return soap.ask(SoapRequest.of(address, get))
        .then(response -> found("GetStreamUri", uri(response).flatMap(this::named)));
  }

  /// Where a stream is.
  ///
  /// @param address on the host that was asked
  /// @param otherHost the host that the camera named instead; fit for a log
  public record NamedStream(RtspAddress address, Optional<String> otherHost) {}

  private Optional<NamedStream> named(String uri) {
    return reached.stream(uri).map(address -> new NamedStream(address, reached.otherHost(uri)));
  }

  /// Where a profile's newest picture is fetched as JPEG, over HTTP with Digest.
  public Answer<URI> snapshot(MediaProfile profile) {
    XmlElement get =
        XmlElement.of(
            version,
            "GetSnapshotUri",
            XmlElement.text(version, "ProfileToken", profile.reference()));
    return soap.ask(SoapRequest.of(address, get))
        .then(response -> found("GetSnapshotUri", uri(response).flatMap(reached::service)));
  }

  private boolean isMedia2() {
    return version == MEDIA2;
  }

  private Optional<String> uri(XmlElement response) {
    return isMedia2()
        ? response.value(version, "Uri")
        : response.find(version, "MediaUri").flatMap(uri -> uri.value(SCHEMA, "Uri"));
  }

  private static <T> Answer<T> found(String operation, Optional<T> address) {
    return address
        .<Answer<T>>map(Answer.Given::new)
        .orElseGet(() ->
            new Answer.Failed<>(
                new OnvifFailure.Malformed(operation, say("a URI that can be used"), 0)));
  }

  private XmlElement setup() {
    return XmlElement.of(
        version,
        "StreamSetup",
        XmlElement.text(SCHEMA, "Stream", "RTP-Unicast"),
        XmlElement.of(SCHEMA, "Transport", XmlElement.text(SCHEMA, "Protocol", "RTSP")));
  }
}
