package io.mashrabiya.wire.link;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;

/// What a device or a newcomer says to the relay on its control link (formats, section 8).
public sealed interface DeviceSays extends ControlMessage {
  /// The longest message of a newcomer.
  int MAX_ENROL_BYTES = 8_192;

  static DeviceSays parse(String text) throws Malformed {
    return ControlMessage.parse(text, DeviceSays::read);
  }

  private static DeviceSays read(String type, Fields fields) throws Malformed {
    return switch (type) {
      case "device-hello" -> new DeviceHello(LinkProof.OfDevice.parse(fields.text("proof")));
      case "invite-hello" ->
          new InviteHello(
              HouseholdId.parse(fields.text("household")), InviteId.parse(fields.text("invite")));
      case "enrol" -> new Enrol(fields.bytes("message", MAX_ENROL_BYTES));
      case "letter" -> new Post(Letter.parse(fields.text("letter"), Direction.TO_HOME));
      case "want-ticket" -> new WantTicket();
      case "knows" -> new Knows();
      default -> throw fields.malformed("type");
    };
  }

  /// I am this device of this household.
  record DeviceHello(LinkProof.OfDevice proof) implements DeviceSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("proof", proof.statement().text());
    }

    @Override
    public String type() {
      return "device-hello";
    }
  }

  /// I was invited.
  record InviteHello(HouseholdId household, InviteId invite) implements DeviceSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("household", household.toString()).put("invite", invite.toString());
    }

    @Override
    public String type() {
      return "invite-hello";
    }
  }

  /// A newcomer's message to the home.
  record Enrol(byte[] message) implements DeviceSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("message", message);
    }

    @Override
    public String type() {
      return "enrol";
    }

    @Override
    public String toString() {
      return "Enrol[sealed]";
    }
  }

  /// A letter to the home.
  record Post(Letter letter) implements DeviceSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("letter", letter.statement().text());
    }

    @Override
    public String type() {
      return "letter";
    }
  }

  /// I need a media link.
  record WantTicket() implements DeviceSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body;
    }

    @Override
    public String type() {
      return "want-ticket";
    }
  }

  /// What do you know of my household?
  record Knows() implements DeviceSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body;
    }

    @Override
    public String type() {
      return "knows";
    }
  }
}
