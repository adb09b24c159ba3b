package io.mashrabiya.wire.link;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;

/// What the relay says to a home on its control link (formats, section 8).
public sealed interface HomeHears extends ControlMessage {
  /// The longest message of a newcomer.
  int MAX_ENROL_BYTES = 8_192;

  static HomeHears parse(String text) throws Malformed {
    return ControlMessage.parse(text, HomeHears::read);
  }

  private static HomeHears read(String type, Fields fields) throws Malformed {
    return switch (type) {
      case "challenge" ->
          new Ask(
              new Challenge(fields.exactly("nonce", Challenge.SIZE_BYTES)),
              Origin.parse(fields.text("origin")));
      case "home-welcome" -> new Welcome(new Ticket(fields.exactly("ticket", Ticket.SIZE_BYTES)));
      case "enrol" ->
          new Enrol(
              InviteId.parse(fields.text("invite")),
              fields.whole("link"),
              fields.bytes("message", MAX_ENROL_BYTES));
      case "letter" ->
          new Post(
              DeviceId.parse(fields.text("device")),
              Letter.parse(fields.text("letter"), Direction.TO_HOME),
              fields.whole("link"));
      case "ticket" -> new NewTicket(new Ticket(fields.exactly("ticket", Ticket.SIZE_BYTES)));
      case "rival" -> new Rival();
      case "back-soon" -> new BackSoon(fields.whole("millis"));
      case "bye" -> new Bye(ByeReason.parse(fields.text("reason")));
      default -> throw fields.malformed("type");
    };
  }

  /// Prove who you are.
  record Ask(Challenge nonce, Origin origin) implements HomeHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("nonce", nonce.bytes()).put("origin", origin.text());
    }

    @Override
    public String type() {
      return "challenge";
    }
  }

  /// You are proven and admitted.
  record Welcome(Ticket ticket) implements HomeHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("ticket", ticket.bytes());
    }

    @Override
    public String type() {
      return "home-welcome";
    }
  }

  /// A newcomer speaks.
  record Enrol(InviteId invite, long link, byte[] message) implements HomeHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("invite", invite.toString()).put("link", link).put("message", message);
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

  /// A letter from a device.
  ///
  /// @param link to be named in the answer
  record Post(DeviceId device, Letter letter, long link) implements HomeHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("device", device.toString())
          .put("letter", letter.statement().text())
          .put("link", link);
    }

    @Override
    public String type() {
      return "letter";
    }
  }

  /// For a media link.
  record NewTicket(Ticket ticket) implements HomeHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("ticket", ticket.bytes());
    }

    @Override
    public String type() {
      return "ticket";
    }
  }

  /// Somebody else proved to be you and was refused.
  record Rival() implements HomeHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body;
    }

    @Override
    public String type() {
      return "rival";
    }
  }

  /// This link ends, and the relay or its successor is there again after so long: come again then,
  /// no sooner and without a further pause.
  record BackSoon(long millis) implements HomeHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("millis", millis);
    }

    @Override
    public String type() {
      return "back-soon";
    }
  }

  /// This link ends.
  record Bye(ByeReason reason) implements HomeHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("reason", reason.text());
    }

    @Override
    public String type() {
      return "bye";
    }
  }
}
