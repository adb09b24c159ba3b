package io.mashrabiya.wire.link;

import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;

/// What a home says to the relay on its control link (formats, section 8).
public sealed interface HomeSays extends ControlMessage {
  /// The longest answer to a newcomer.
  int MAX_ENROLLED_BYTES = 65_536;

  static HomeSays parse(String text) throws Malformed {
    return ControlMessage.parse(text, HomeSays::read);
  }

  private static HomeSays read(String type, Fields fields) throws Malformed {
    return switch (type) {
      case "home-hello" ->
          new HomeHello(
              Statement.parse(fields.text("certificate"), Typ.HOME_CERTIFICATE),
              LinkProof.OfHome.parse(fields.text("proof")));
      case "admission" -> new Admission(AdmissionCode.parse(fields.text("code")));
      case "members" -> new Members(Statement.parse(fields.text("list"), Typ.MEMBER_LIST));
      case "card" -> new Card(KeyCard.parse(fields.text("card")));
      case "invite" -> new Invite(InviteId.parse(fields.text("invite")), fields.whole("seconds"));
      case "uninvite" -> new Uninvite(InviteId.parse(fields.text("invite")));
      case "enrolled" ->
          new Enrolled(fields.bytes("answer", MAX_ENROLLED_BYTES), fields.whole("link"));
      case "letter" ->
          new Post(
              DeviceId.parse(fields.text("device")),
              Letter.parse(fields.text("letter"), Direction.TO_DEVICE),
              fields.whole("link"));
      case "want-ticket" -> new WantTicket();
      default -> throw fields.malformed("type");
    };
  }

  /// I am the home of this certificate.
  record HomeHello(Statement certificate, LinkProof.OfHome proof) implements HomeSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("certificate", certificate.text()).put("proof", proof.statement().text());
    }

    @Override
    public String type() {
      return "home-hello";
    }
  }

  /// The relay's operator invited this household: said before the hello, by a home that was not
  /// admitted yet.
  record Admission(AdmissionCode code) implements HomeSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("code", code.words());
    }

    @Override
    public String type() {
      return "admission";
    }
  }

  /// These devices belong to the household.
  record Members(Statement list) implements HomeSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("list", list.text());
    }

    @Override
    public String type() {
      return "members";
    }
  }

  /// The newest key card of a device, to be kept and handed on.
  record Card(KeyCard card) implements HomeSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("card", card.statement().text());
    }

    @Override
    public String type() {
      return "card";
    }
  }

  /// Whoever names this invite may speak with me.
  ///
  /// @param seconds how long it is good for
  record Invite(InviteId invite, long seconds) implements HomeSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("invite", invite.toString()).put("seconds", seconds);
    }

    @Override
    public String type() {
      return "invite";
    }
  }

  /// This invite is used up or void.
  record Uninvite(InviteId invite) implements HomeSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("invite", invite.toString());
    }

    @Override
    public String type() {
      return "uninvite";
    }
  }

  /// The answer to a newcomer.
  ///
  /// @param answer empty: refused
  record Enrolled(byte[] answer, long link) implements HomeSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("answer", answer).put("link", link);
    }

    @Override
    public String type() {
      return "enrolled";
    }

    @Override
    public String toString() {
      return "Enrolled[sealed]";
    }
  }

  /// A letter to a device.
  ///
  /// @param link the link that asked, or 0 for all links of the device
  record Post(DeviceId device, Letter letter, long link) implements HomeSays {
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

  /// I need a media link.
  record WantTicket() implements HomeSays {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body;
    }

    @Override
    public String type() {
      return "want-ticket";
    }
  }
}
