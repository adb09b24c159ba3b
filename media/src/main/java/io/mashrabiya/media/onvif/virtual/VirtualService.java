package io.mashrabiya.media.onvif.virtual;

import io.mashrabiya.media.onvif.xml.XmlElement;
import java.util.Optional;

/// One service of the virtual device.
interface VirtualService {
  /// Answers an operation; empty where the service does not know it.
  ///
  /// @param call what is asked, and of which address
  Optional<XmlElement> answer(VirtualCall call) throws VirtualFault;
}
