package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.codec.Words;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.privacy.Privacy.Shutter;
import io.mashrabiya.wire.right.Terms;
import io.mashrabiya.wire.right.Week;
import io.mashrabiya.wire.statement.Typ;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What only a device that manages may ask (formats, section 6), but for leaving the household,
/// which every device may.
public sealed interface Manage extends Request {
  /// Reads the body of one of these.
  static Manage read(Typ typ, Stamp stamp, Fields fields) throws Malformed {
    return switch (typ) {
      case REMOVE -> new Remove(stamp, DeviceId.parse(fields.text("device")));
      case INVITE -> Invite.parse(stamp, fields);
      case UNINVITE -> new Uninvite(stamp, InviteId.parse(fields.text("invite")));
      case SET_MEMBER -> SetMember.parse(stamp, fields);
      case SET_PRIVACY -> SetPrivacy.parse(stamp, fields);
      default -> throw new Malformed(typ.label(), 0);
    };
  }

  /// This device shall look no more. The answer confirms that it does not.
  record Remove(Stamp stamp, DeviceId device) implements Manage {
    @Override
    public Typ typ() {
      return Typ.REMOVE;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("device", device.toString());
    }
  }

  /// Make an invite for one more device.
  ///
  /// @param goodFor how long, [#SHORTEST] to [#LONGEST], in whole seconds
  /// @param replaces the device whose place the newcomer takes: it is removed as the other comes
  record Invite(Stamp stamp, Duration goodFor, Optional<DeviceId> replaces, Terms terms)
      implements Manage {
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    public static final Duration LONGEST = Duration.ofDays(7);

    @Override
    public Typ typ() {
      return Typ.INVITE;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("goodForSeconds", goodFor.toSeconds())
          .put("replaces", replaces.stream().toList(), id -> new Json.Text(id.toString()))
          .put("terms", terms.json());
    }

    static Invite parse(Stamp stamp, Fields fields) throws Malformed {
      long seconds = fields.whole("goodForSeconds");
      if (seconds < SHORTEST.toSeconds() || seconds > LONGEST.toSeconds()) {
        throw fields.malformed("goodForSeconds");
      }
      List<DeviceId> replaces = fields.items("replaces", 1, Invite::device);
      return new Invite(
          stamp,
          Duration.ofSeconds(seconds),
          replaces.stream().findFirst(),
          Terms.read(fields, "terms"));
    }

    private static DeviceId device(Json item, String production) throws Malformed {
      return DeviceId.parse(Texts.words(item, production));
    }
  }

  /// That invite shall let nobody in any more.
  record Uninvite(Stamp stamp, InviteId invite) implements Manage {
    @Override
    public Typ typ() {
      return Typ.UNINVITE;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("invite", invite.toString());
    }
  }

  /// From now on the device is called this and may do that. The answer confirms that it can do no
  /// more.
  record SetMember(Stamp stamp, DeviceId device, String name, Terms terms) implements Manage {
    @Override
    public Typ typ() {
      return Typ.SET_MEMBER;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("device", device.toString()).put("name", name).put("terms", terms.json());
    }

    static SetMember parse(Stamp stamp, Fields fields) throws Malformed {
      var device = DeviceId.parse(fields.text("device"));
      return new SetMember(stamp, device, fields.words("name"), Terms.read(fields, "terms"));
    }
  }

  /// The camera, or the whole house, is to be closed, to be open, or to follow the week's hours.
  /// The answer confirms that nobody sees what is closed.
  ///
  /// @param camera empty: the house
  /// @param hand empty: the week's hours count
  /// @param until when they count again; empty: when somebody says so
  record SetPrivacy(
      Stamp stamp,
      Optional<CameraId> camera,
      Optional<Shutter> hand,
      Optional<Instant> until,
      Week week)
      implements Manage {
    private static final String BY_WEEK = "by-week";

    @Override
    public Typ typ() {
      return Typ.SET_PRIVACY;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return week.put(
          body.put("camera", camera.map(CameraId::toString).orElse(""))
              .put("hand", hand.map(EnumWords::of).orElse(BY_WEEK))
              .put("untilMicros", Micros.orZero(until)),
          "week");
    }

    static SetPrivacy parse(Stamp stamp, Fields fields) throws Malformed {
      String camera = fields.text("camera");
      String hand = fields.text("hand", Words::fit);
      long untilMicros = fields.whole("untilMicros");
      return new SetPrivacy(
          stamp,
          camera.isEmpty() ? Optional.empty() : Optional.of(CameraId.parse(camera)),
          hand.equals(BY_WEEK)
              ? Optional.empty()
              : Optional.of(EnumWords.parse("set-privacy.hand", hand, Shutter.values())),
          Micros.unlessZero(untilMicros),
          Week.read(fields, "week"));
    }
  }
}
