package io.mashrabiya.media.onvif.device;

import static io.mashrabiya.media.onvif.xml.Namespace.DEVICE;

import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.soap.SoapClient;
import io.mashrabiya.media.onvif.soap.SoapRequest;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The device service of one camera (ONVIF Core Specification, section 8). Blocking; owned by one
/// thread.
public final class DeviceService {
  private final SoapClient soap;
  private final ServiceAddress address;
  private final InstantSource clock;

  public DeviceService(SoapClient soap, ServiceAddress address, InstantSource clock) {
    this.soap = soap;
    this.address = address;
    this.clock = clock;
  }

  /// How far the camera's clock is ahead of this side's, to within the time of the answer and the
  /// second that the camera rounds to. Asked as nobody, since tokens need it first.
  ///
  /// Leniencies: a camera that wants to know who asks is asked again with credentials; one that
  /// names no time that exists counts as right.
  public Answer<Duration> clockOffset() {
    SoapRequest request =
        SoapRequest.of(address.reached(), XmlElement.of(DEVICE, "GetSystemDateAndTime"));
    Instant asked = clock.instant();
    Answer<XmlElement> open = soap.askAsNobody(request);
    Answer<XmlElement> answer =
        open instanceof Answer.Failed<XmlElement>(OnvifFailure.CredentialsNeeded _)
            ? soap.ask(request)
            : open;
    Instant halfWay = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
    return answer.map(response ->
        CameraClock.read(response)
            .map(shown -> Duration.between(halfWay, shown))
            .orElse(Duration.ZERO));
  }

  /// Where the services are: `GetServices`, or `GetCapabilities` where the camera does not know it
  /// or names none of ours.
  public Answer<Services> services() {
    XmlElement get =
        XmlElement.of(DEVICE, "GetServices", XmlElement.text(DEVICE, "IncludeCapability", "false"));
    Answer<Services> services =
        soap.ask(SoapRequest.of(address.reached(), get))
            .map(response -> Services.read(response, address));
    return switch (services) {
      case Answer.Given<Services>(Services found) when !found.addresses().isEmpty() -> services;
      case Answer.Given<Services> _ -> capabilities();
      case Answer.Failed<Services>(OnvifFailure why) -> isOlder(why) ? capabilities() : services;
    };
  }

  /// What the camera is.
  public Answer<DeviceInformation> information() {
    return soap.ask(
            SoapRequest.of(address.reached(), XmlElement.of(DEVICE, "GetDeviceInformation")))
        .map(DeviceInformation::read);
  }

  private Answer<Services> capabilities() {
    XmlElement get =
        XmlElement.of(DEVICE, "GetCapabilities", XmlElement.text(DEVICE, "Category", "All"));
    return soap.ask(SoapRequest.of(address.reached(), get))
        .map(response -> Services.readCapabilities(response, address));
  }

  /// Whether this is how a camera says that it never heard of an operation.
  private static boolean isOlder(OnvifFailure why) {
    return switch (why) {
      case OnvifFailure.NotSupported _,
          OnvifFailure.Faulted _,
          OnvifFailure.Refused _,
          OnvifFailure.Malformed _ ->
          true;
      case OnvifFailure.CredentialsNeeded _,
          OnvifFailure.CredentialsRefused _,
          OnvifFailure.AuthenticationNotSpoken _,
          OnvifFailure.Unreachable _,
          OnvifFailure.ConnectionLost _,
          OnvifFailure.Silent _,
          OnvifFailure.Stopped _ ->
          false;
    };
  }
}
