package io.mashrabiya.relay.peer;

import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;

/// A home as the relay sees one: a control link and a media link, with a test's keys.
public final class HomePeer implements AutoCloseable {
  private final Origin relay;
  private final Socket control;
  private Socket media;

  private HomePeer(Origin relay, Socket control) {
    this.relay = relay;
    this.control = control;
  }

  /// Opens a control link and proves to be the home.
  public static HomePeer link(Origin relay, TestHousehold household, long serial) throws Exception {
    var peer = new HomePeer(relay, Socket.open(relay, "/v1/home"));
    var asked = (HomeHears.Ask) peer.hears();
    peer.says(household.hello(serial, asked.nonce(), asked.origin()));
    return peer;
  }

  /// The same, by an invitation of the operator's.
  public static HomePeer link(
      Origin relay, TestHousehold household, long serial, AdmissionCode code) throws Exception {
    var peer = new HomePeer(relay, Socket.open(relay, "/v1/home"));
    var asked = (HomeHears.Ask) peer.hears();
    peer.says(new HomeSays.Admission(code));
    peer.says(household.hello(serial, asked.nonce(), asked.origin()));
    return peer;
  }

  /// Is let in, and opens a media link.
  public HomePeer welcomed() throws Exception {
    var welcome = (HomeHears.Welcome) hears();
    openMedia(welcome.ticket());
    return this;
  }

  public void openMedia(Ticket ticket) throws Exception {
    media = Socket.open(relay, "/v1/home/media");
    media.say(new MediaMessage.Ticket(ticket).bytes());
  }

  public void says(HomeSays message) throws Exception {
    control.say(message.text());
  }

  public HomeHears hears() throws InterruptedException, Malformed {
    return HomeHears.parse(control.nextText());
  }

  /// Sends a frame, and waits until the relay has it.
  public void sends(Parcel parcel) throws Exception {
    media.say(parcel.message());
    MediaMessage.parse(media.nextBytes());
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
