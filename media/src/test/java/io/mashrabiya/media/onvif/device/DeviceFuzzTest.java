package io.mashrabiya.media.onvif.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.onvif.xml.XmlReader;

/// Hostile answers of the device service: services on the host that was reached, texts fit to be
/// shown, a time that exists or none.
class DeviceFuzzTest {
  private static final ServiceAddress REACHED = ServiceAddress.ofDevice("192.168.1.5", 80);

  @FuzzTest
  void responses(byte[] input) {
    if (XmlReader.read(input) instanceof XmlReader.Reading.Understood(var response)) {
      CameraClock.read(response);
      assertThat(DeviceInformation.read(response).toString()).doesNotContain("\u001b", "\n");
      assertThat(Services.read(response, REACHED).addresses().values())
          .allSatisfy(uri -> assertThat(uri.getHost()).isEqualTo("192.168.1.5"));
      assertThat(Services.readCapabilities(response, REACHED).addresses().values())
          .allSatisfy(uri -> assertThat(uri.getHost()).isEqualTo("192.168.1.5"));
    }
  }
}
