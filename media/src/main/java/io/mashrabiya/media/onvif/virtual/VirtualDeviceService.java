package io.mashrabiya.media.onvif.virtual;

import static io.mashrabiya.media.onvif.xml.Namespace.DEVICE;
import static io.mashrabiya.media.onvif.xml.Namespace.SCHEMA;

import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The device service.
final class VirtualDeviceService implements VirtualService {
  static final String MANUFACTURER = "Mashrabiya";
  static final String MODEL = "Virtual camera";

  private final VirtualOnvifOptions options;
  private final VirtualNames names;
  private final Supplier<Instant> clock;

  /// @param clock the device's own
  VirtualDeviceService(VirtualOnvifOptions options, VirtualNames names, Supplier<Instant> clock) {
    this.options = options;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public Optional<XmlElement> answer(VirtualCall call) {
    return switch (call.operation()) {
      case "GetSystemDateAndTime" -> Optional.of(time());
      case "GetServices" ->
          options.has(Quirk.NO_GET_SERVICES) ? Optional.empty() : Optional.of(services(call));
      case "GetCapabilities" -> Optional.of(capabilities(call));
      case "GetDeviceInformation" -> Optional.of(information());
      case "GetScopes" -> Optional.of(scopes());
      default -> Optional.empty();
    };
  }

  private XmlElement time() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.get(), ZoneOffset.UTC);
    XmlElement time =
        XmlElement.of(
            SCHEMA,
            "Time",
            number("Hour", now.getHour()),
            number("Minute", now.getMinute()),
            number("Second", now.getSecond()));
    XmlElement date =
        XmlElement.of(
            SCHEMA,
            "Date",
            number("Year", now.getYear()),
            number("Month", now.getMonthValue()),
            number("Day", now.getDayOfMonth()));
    return XmlElement.of(
        DEVICE,
        "GetSystemDateAndTimeResponse",
        XmlElement.of(
            DEVICE,
            "SystemDateAndTime",
            XmlElement.text(SCHEMA, "DateTimeType", "Manual"),
            XmlElement.text(SCHEMA, "DaylightSavings", "false"),
            XmlElement.of(SCHEMA, "UTCDateTime", time, date)));
  }

  private static XmlElement number(String name, int number) {
    return XmlElement.text(SCHEMA, name, Integer.toString(number));
  }

  private XmlElement services(VirtualCall call) {
    List<XmlElement> services = new ArrayList<>();
    VirtualNames.PATHS.forEach((namespace, path) -> {
      if (names.has(namespace)) {
        services.add(
            XmlElement.of(
                DEVICE,
                "Service",
                XmlElement.text(DEVICE, "Namespace", namespace.uri()),
                XmlElement.text(DEVICE, "XAddr", names.http(call, path)),
                XmlElement.of(
                    DEVICE,
                    "Version",
                    XmlElement.text(SCHEMA, "Major", "2"),
                    XmlElement.text(SCHEMA, "Minor", "60"))));
      }
    });
    return XmlElement.of(DEVICE, "GetServicesResponse").and(services);
  }

  private XmlElement capabilities(VirtualCall call) {
    List<XmlElement> all = new ArrayList<>();
    all.add(capability(call, "Device", Namespace.DEVICE));
    all.add(
        capability(call, "Events", Namespace.EVENTS)
            .and(
                List.of(
                    XmlElement.text(SCHEMA, "WSSubscriptionPolicySupport", "false"),
                    XmlElement.text(SCHEMA, "WSPullPointSupport", "true"),
                    XmlElement.text(
                        SCHEMA, "WSPausableSubscriptionManagerInterfaceSupport", "false"))));
    if (names.has(Namespace.MEDIA)) {
      all.add(capability(call, "Media", Namespace.MEDIA));
    }
    if (names.has(Namespace.PTZ)) {
      all.add(capability(call, "PTZ", Namespace.PTZ));
    }
    return XmlElement.of(
        DEVICE, "GetCapabilitiesResponse", XmlElement.of(DEVICE, "Capabilities").and(all));
  }

  private XmlElement capability(VirtualCall call, String name, Namespace service) {
    String address = names.http(call, String.valueOf(VirtualNames.PATHS.get(service)));
    return XmlElement.of(SCHEMA, name, XmlElement.text(SCHEMA, "XAddr", address));
  }

  private XmlElement information() {
    return XmlElement.of(
        DEVICE,
        "GetDeviceInformationResponse",
        XmlElement.text(DEVICE, "Manufacturer", MANUFACTURER),
        XmlElement.text(DEVICE, "Model", MODEL),
        XmlElement.text(DEVICE, "FirmwareVersion", "0.1"),
        XmlElement.text(DEVICE, "SerialNumber", "1"),
        XmlElement.text(DEVICE, "HardwareId", "virtual"));
  }

  private XmlElement scopes() {
    List<XmlElement> scopes =
        ProbeAnswer.scopes(options.name()).stream()
            .map(scope ->
                XmlElement.of(
                    DEVICE,
                    "Scopes",
                    XmlElement.text(SCHEMA, "ScopeDef", "Fixed"),
                    XmlElement.text(SCHEMA, "ScopeItem", scope)))
            .toList();
    return XmlElement.of(DEVICE, "GetScopesResponse").and(scopes);
  }
}
