package io.mashrabiya.media.onvif.virtual;

import io.mashrabiya.media.onvif.soap.Envelope;
import io.mashrabiya.media.onvif.xml.XmlElement;

/// One call of an operation.
///
/// @param address how the caller reached the device: `http://host:port`
/// @param path of the service
record VirtualCall(String address, String path, Envelope envelope) {
  XmlElement body() {
    return envelope.body();
  }

  String operation() {
    return body().local();
  }
}
