package io.mashrabiya.wire.link;

import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;

/// What the relay says to a device or a newcomer on its control link (formats, section 8).
public sealed interface DeviceHears extends ControlMessage {
  /// The longest answer to a newcomer.
  int MAX_ENROLLED_BYTES = 65_536;

  static DeviceHears parse(String text) throws Malformed {
    return ControlMessage.parse(text, DeviceHears::read);
  }

  private static DeviceHears read(String type, Fields fields) throws Malformed {
    return switch (type) {
      case "challenge" ->
          new Ask(
              new Challenge(fields.exactly("nonce", Challenge.SIZE_BYTES)),
              Origin.parse(fields.text("origin")));
      case "device-welcome" ->
          new Welcome(
              Statement.parse(fields.text("certificate"), Typ.HOME_CERTIFICATE),
              fields.flag("online"),
              new Ticket(fields.exactly("ticket", Ticket.SIZE_BYTES)));
      case "invite-welcome" ->
          new InviteWelcome(Statement.parse(fields.text("certificate"), Typ.HOME_CERTIFICATE));
      case "enrolled" -> new Enrolled(fields.bytes("answer", MAX_ENROLLED_BYTES));
      case "letter" -> new Post(Letter.parse(fields.text("letter"), Direction.TO_DEVICE));
      case "card" -> new Card(KeyCard.parse(fields.text("card")));
      case "certificate" ->
          new Certificate(Statement.parse(fields.text("certificate"), Typ.HOME_CERTIFICATE));
      case "online" -> new Online(fields.flag("online"));
      case "ticket" -> new NewTicket(new Ticket(fields.exactly("ticket", Ticket.SIZE_BYTES)));
      case "known" -> Known.read(fields);
      case "back-soon" -> new BackSoon(fields.whole("millis"));
      case "bye" -> new Bye(ByeReason.parse(fields.text("reason")));
      default -> throw fields.malformed("type");
    };
  }

  /// Prove who you are.
  record Ask(Challenge nonce, Origin origin) implements DeviceHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("nonce", nonce.bytes()).put("origin", origin.text());
    }

    @Override
    public String type() {
      return "challenge";
    }
  }

  /// You are a member.
  ///
  /// @param online whether the home's link is up
  record Welcome(Statement certificate, boolean online, Ticket ticket) implements DeviceHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("certificate", certificate.text())
          .put("online", online)
          .put("ticket", ticket.bytes());
    }

    @Override
    public String type() {
      return "device-welcome";
    }
  }

  /// You are invited: speak.
  record InviteWelcome(Statement certificate) implements DeviceHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("certificate", certificate.text());
    }

    @Override
    public String type() {
      return "invite-welcome";
    }
  }

  /// The home's answer to a newcomer.
  ///
  /// @param answer empty: refused
  record Enrolled(byte[] answer) implements DeviceHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("answer", answer);
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

  /// A letter from the home.
  record Post(Letter letter) implements DeviceHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("letter", letter.statement().text());
    }

    @Override
    public String type() {
      return "letter";
    }
  }

  /// The newest key card of this device.
  record Card(KeyCard card) implements DeviceHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("card", card.statement().text());
    }

    @Override
    public String type() {
      return "card";
    }
  }

  /// The home came back under a newer certificate.
  record Certificate(Statement certificate) implements DeviceHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("certificate", certificate.text());
    }

    @Override
    public String type() {
      return "certificate";
    }
  }

  /// The home's link came up or went down.
  record Online(boolean online) implements DeviceHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("online", online);
    }

    @Override
    public String type() {
      return "online";
    }
  }

  /// For a media link.
  record NewTicket(Ticket ticket) implements DeviceHears {
    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("ticket", ticket.bytes());
    }

    @Override
    public String type() {
      return "ticket";
    }
  }

  /// What the relay knows of the device's household, by its own counters: the numbers for the page
  /// that shows people what the relay knows.
  ///
  /// @param addresses from how many the household's links come now; the relay keeps none of links
  ///   that ended
  /// @param cachedBytes of sealed pictures in memory
  /// @param carriedBytes of sealed frames sent to devices since midnight, UTC
  /// @param devices that are linked
  /// @param links of the home and of devices, of all kinds
  /// @param sinceMicros when the home came first since the relay started
  record Known(
      long addresses,
      long cachedBytes,
      long carriedBytes,
      long devices,
      long links,
      long sinceMicros)
      implements DeviceHears {
    private static Known read(Fields fields) throws Malformed {
      return new Known(
          fields.whole("addresses"),
          fields.whole("cachedBytes"),
          fields.whole("carriedBytes"),
          fields.whole("devices"),
          fields.whole("links"),
          fields.whole("sinceMicros"));
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("addresses", addresses)
          .put("cachedBytes", cachedBytes)
          .put("carriedBytes", carriedBytes)
          .put("devices", devices)
          .put("links", links)
          .put("sinceMicros", sinceMicros);
    }

    @Override
    public String type() {
      return "known";
    }
  }

  /// This link ends, and the relay or its successor is there again after so long: come again then,
  /// no sooner and without a further pause.
  record BackSoon(long millis) implements DeviceHears {
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
  record Bye(ByeReason reason) implements DeviceHears {
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
