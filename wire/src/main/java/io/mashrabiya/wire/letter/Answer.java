package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.privacy.HousePrivacy;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import java.time.Instant;
import java.util.List;

/// What the home answers: the body of a letter (formats, section 6). It names its question, so that
/// no answer counts for another.
public sealed interface Answer {
  int MAX_CAMERAS = 64;

  /// The home's clock when it answered.
  Instant clock();

  /// The hash of the question.
  RequestHash request();

  Typ typ();

  /// Puts the members that only this answer has.
  JsonBuilder members(JsonBuilder body);

  default byte[] bytes() {
    return members(
            Json.object().put("clockMicros", Micros.of(clock())).put("request", request().bytes()))
        .build()
        .bytes();
  }

  /// Reads the body of a letter of this type; a type that is no answer is malformed.
  static Answer parse(Typ typ, byte[] body) throws Malformed {
    return Fields.read(typ.label(), body, fields -> read(typ, fields));
  }

  private static Answer read(Typ typ, Fields fields) throws Malformed {
    Instant clock = Micros.instant(fields.whole("clockMicros"));
    var request = new RequestHash(fields.exactly("request", RequestHash.SIZE_BYTES));
    return switch (typ) {
      case OPENED -> Opened.parse(clock, request, fields);
      case BEAT_ANSWER -> BeatAnswer.parse(clock, request, fields);
      case HOUSEHOLD_ANSWER -> HouseholdAnswer.parse(clock, request, fields);
      case INVITED -> Invited.parse(clock, request, fields);
      case RULED -> Ruled.parse(clock, request, fields);
      case DONE -> new Done(clock, request);
      case REFUSED -> new Refused(clock, request, RefusedReason.parse(fields.text("reason")));
      default -> throw new Malformed(typ.label(), 0);
    };
  }

  /// You may look.
  ///
  /// @param card replaces every key that the device held
  /// @param epoch the camera's epoch
  /// @param memberList the newest, for the device to keep
  /// @param tracks where each begins
  record Opened(
      Instant clock,
      RequestHash request,
      CameraId camera,
      KeyCard card,
      long epoch,
      Statement memberList,
      List<TrackStart> tracks)
      implements Answer {
    private static final int MAX_TRACKS = 7;

    public Opened {
      tracks = List.copyOf(tracks);
    }

    @Override
    public Typ typ() {
      return Typ.OPENED;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("camera", camera.toString())
          .put("card", card.statement().text())
          .put("checkpoint", 0)
          .put("epoch", epoch)
          .put("memberList", memberList.text())
          .put("tracks", tracks, TrackStart::json);
    }

    static Opened parse(Instant clock, RequestHash request, Fields fields) throws Malformed {
      var camera = CameraId.parse(fields.text("camera"));
      var card = KeyCard.parse(fields.text("card"));
      if (fields.whole("checkpoint") != 0) {
        throw fields.malformed("checkpoint"); // there is no ledger yet
      }
      long epoch = fields.whole("epoch");
      if (!Kid.isEpoch(epoch)) {
        throw fields.malformed("epoch");
      }
      var memberList = Statement.parse(fields.text("memberList"), Typ.MEMBER_LIST);
      var tracks = fields.objects("tracks", MAX_TRACKS, TrackStart::read);
      return new Opened(clock, request, camera, card, epoch, memberList, tracks);
    }
  }

  /// I am here.
  ///
  /// @param cameras those of the sessions that the beat named
  /// @param unknown sessions that the home does not hold: to be opened again
  /// @param anew sessions that go on, and for which another track would serve better by now: to be
  ///   opened anew, and closed when the new one shows something
  record BeatAnswer(
      Instant clock,
      RequestHash request,
      List<CameraBeat> cameras,
      List<RequestHash> unknown,
      List<RequestHash> anew)
      implements Answer {
    public BeatAnswer {
      anew = List.copyOf(anew);
      cameras = List.copyOf(cameras);
      unknown = List.copyOf(unknown);
    }

    @Override
    public Typ typ() {
      return Typ.BEAT_ANSWER;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("anew", anew, hash -> new Json.Text(hash.text()))
          .put("cameras", cameras, CameraBeat::json)
          .put("unknown", unknown, hash -> new Json.Text(hash.text()));
    }

    static BeatAnswer parse(Instant clock, RequestHash request, Fields fields) throws Malformed {
      var cameras = fields.objects("cameras", MAX_CAMERAS, CameraBeat::read);
      var unknown = fields.items("unknown", Request.MAX_SESSIONS, Texts::hash);
      var anew = fields.items("anew", Request.MAX_SESSIONS, Texts::hash);
      return new BeatAnswer(clock, request, cameras, unknown, anew);
    }
  }

  /// Who and what belongs to the household, as far as the device that asks may know.
  ///
  /// @param cameras at which it has any right, whatever the hour
  /// @param invites that are out; none for a device that does not manage
  /// @param zone where the home's clock hangs, as the IANA time zone database calls it: what the
  ///   hours of a week are meant by
  record HouseholdAnswer(
      Instant clock,
      RequestHash request,
      String name,
      List<CameraEntry> cameras,
      List<DeviceEntry> devices,
      List<InviteEntry> invites,
      HousePrivacy privacy,
      String zone)
      implements Answer {
    private static final int MAX_DEVICES = 256;
    private static final int MAX_INVITES = 32;

    public HouseholdAnswer {
      cameras = List.copyOf(cameras);
      devices = List.copyOf(devices);
      invites = List.copyOf(invites);
    }

    @Override
    public Typ typ() {
      return Typ.HOUSEHOLD_ANSWER;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("cameras", cameras, CameraEntry::json)
          .put("devices", devices, DeviceEntry::json)
          .put("invites", invites, InviteEntry::json)
          .put("name", name)
          .put("privacy", privacy.json())
          .put("zone", zone);
    }

    static HouseholdAnswer parse(Instant clock, RequestHash request, Fields fields)
        throws Malformed {
      var cameras = fields.objects("cameras", MAX_CAMERAS, CameraEntry::read);
      var devices = fields.objects("devices", MAX_DEVICES, DeviceEntry::read);
      var invites = fields.objects("invites", MAX_INVITES, InviteEntry::read);
      return new HouseholdAnswer(
          clock,
          request,
          fields.words("name"),
          cameras,
          devices,
          invites,
          HousePrivacy.read(fields, "privacy"),
          fields.words("zone"));
    }
  }

  /// The invite is out.
  ///
  /// @param invite what the relay knows it by
  /// @param sealed its secret, HPKE to the device that asked: opening it is `vault`'s
  /// @param until when it lets nobody in any more
  record Invited(Instant clock, RequestHash request, InviteId invite, byte[] sealed, Instant until)
      implements Answer {
    private static final int MAX_SEALED_BYTES = 128;

    @Override
    public Typ typ() {
      return Typ.INVITED;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("invite", invite.toString())
          .put("sealed", sealed)
          .put("untilMicros", Micros.of(until));
    }

    static Invited parse(Instant clock, RequestHash request, Fields fields) throws Malformed {
      return new Invited(
          clock,
          request,
          InviteId.parse(fields.text("invite")),
          fields.bytes("sealed", MAX_SEALED_BYTES),
          Micros.instant(fields.whole("untilMicros")));
    }
  }

  /// It is ruled so, after a removal, a change of rights or a closure: whoever lost by it opens
  /// nothing numbered later than now.
  ///
  /// @param memberList that of after the ruling, for the device to keep: by it a home that has
  ///   forgotten the ruling is found out
  record Ruled(Instant clock, RequestHash request, Statement memberList) implements Answer {
    @Override
    public Typ typ() {
      return Typ.RULED;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("memberList", memberList.text());
    }

    static Ruled parse(Instant clock, RequestHash request, Fields fields) throws Malformed {
      var memberList = Statement.parse(fields.text("memberList"), Typ.MEMBER_LIST);
      return new Ruled(clock, request, memberList);
    }
  }

  /// It is so.
  record Done(Instant clock, RequestHash request) implements Answer {
    @Override
    public Typ typ() {
      return Typ.DONE;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body;
    }
  }

  record Refused(Instant clock, RequestHash request, RefusedReason reason) implements Answer {
    @Override
    public Typ typ() {
      return Typ.REFUSED;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("reason", reason.text());
    }
  }
}
