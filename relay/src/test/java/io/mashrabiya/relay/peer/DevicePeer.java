package io.mashrabiya.relay.peer;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;

/// A device as the relay sees one: a control link and a media link, with a test's keys.
public final class DevicePeer implements AutoCloseable {
  private final Origin relay;
  private final Socket control;
  private Socket media;
  private long frames;

  private DevicePeer(Origin relay, Socket control) {
    this.relay = relay;
    this.control = control;
  }

  /// Opens a control link and proves to be the device.
  public static DevicePeer link(Origin relay, TestDevice device) throws Exception {
    var peer = new DevicePeer(relay, Socket.open(relay, "/v1/device"));
    var asked = (DeviceHears.Ask) peer.hears();
    peer.says(device.hello(asked.nonce(), asked.origin()));
    return peer;
  }

  /// Is let in, and opens a media link.
  public DevicePeer welcomed() throws Exception {
    openMedia(welcome().ticket());
    return this;
  }

  public DeviceHears.Welcome welcome() throws Exception {
    return (DeviceHears.Welcome) hears();
  }

  public void openMedia(Ticket ticket) throws Exception {
    media = Socket.open(relay, "/v1/device/media");
    media.say(new MediaMessage.Ticket(ticket).bytes());
  }

  /// Opens a media link that never reads.
  public void openDeafMedia(Ticket ticket) throws Exception {
    media = Socket.deaf(relay, "/v1/device/media");
    media.say(new MediaMessage.Ticket(ticket).bytes());
  }

  public void says(DeviceSays message) throws Exception {
    control.say(message.text());
  }

  public DeviceHears hears() throws InterruptedException, Malformed {
    return DeviceHears.parse(control.nextText());
  }

  public void watches(Frames frames, long first) throws Exception {
    media.say(new MediaMessage.Subscribe(frames.camera(), frames.kid(), first).bytes());
  }

  /// The next frame, acknowledged.
  public Parcel sees() throws Exception {
    byte[] message = media.nextBytes();
    while (MediaMessage.Carries.isOne(message)) {
      message = media.nextBytes();
    }
    var parcel = Parcel.parse(message);
    acknowledges();
    return parcel;
  }

  /// Says that a further frame has come, whether it has or not.
  public void acknowledges() throws Exception {
    frames++;
    media.say(new MediaMessage.Acknowledgement(frames).bytes());
  }

  public Socket control() {
    return control;
  }

  public Socket media() {
    return media;
  }

  @Override
  public void close() {
    control.close();
    if (media != null) {
      media.close();
    }
  }
}
