package io.mashrabiya.media.onvif.device;

import io.mashrabiya.media.onvif.soap.Shown;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;

/// What a camera says that it is (`GetDeviceInformation`); each text is empty where it says
/// nothing, and fit for a person's screen.
///
/// @param firmware the version of its firmware
/// @param serial its serial number
/// @param hardware its hardware id
public record DeviceInformation(
    String manufacturer, String model, String firmware, String serial, String hardware) {
  /// What stands where a camera does not tell.
  public static final DeviceInformation UNKNOWN = new DeviceInformation("", "", "", "", "");

  /// Reads the response.
  static DeviceInformation read(XmlElement response) {
    return new DeviceInformation(
        text(response, "Manufacturer"),
        text(response, "Model"),
        text(response, "FirmwareVersion"),
        text(response, "SerialNumber"),
        text(response, "HardwareId"));
  }

  private static String text(XmlElement response, String name) {
    return response.value(Namespace.DEVICE, name).map(Shown::of).orElse("");
  }
}
