package io.mashrabiya.wire.letter;

import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import java.util.List;

/// What a device asks of its home: the body of a letter (formats, section 6).
public sealed interface Request
    permits Request.Open,
        Request.Beat,
        Request.Close,
        Request.Household,
        Request.Report,
        Request.Newer,
        Manage {
  int MAX_CODECS = 16;

  /// That a device may have open at once: every camera looked at and listened to. A beat that names
  /// them all is a letter of 11 KB.
  int MAX_SESSIONS = 2 * Answer.MAX_CAMERAS;

  Stamp stamp();

  Typ typ();

  /// Puts the members that only this request has.
  JsonBuilder members(JsonBuilder body);

  default byte[] bytes() {
    return members(stamp().into(Json.object())).build().bytes();
  }

  /// Reads the body of a letter of this type; a type that is no request is malformed.
  static Request parse(Typ typ, byte[] body) throws Malformed {
    return Fields.read(typ.label(), body, fields -> read(typ, fields));
  }

  private static Request read(Typ typ, Fields fields) throws Malformed {
    Stamp stamp = Stamp.of(fields);
    return switch (typ) {
      case OPEN -> Open.parse(stamp, fields);
      case BEAT -> Beat.parse(stamp, fields);
      case CLOSE -> new Close(stamp, session(fields));
      case HOUSEHOLD -> new Household(stamp);
      case REMOVE, INVITE, UNINVITE, SET_MEMBER, SET_PRIVACY -> Manage.read(typ, stamp, fields);
      case REPORT -> Report.parse(stamp, fields);
      case NEWER -> Newer.parse(stamp, fields);
      default -> throw new Malformed(typ.label(), 0);
    };
  }

  private static RequestHash session(Fields fields) throws Malformed {
    return new RequestHash(fields.exactly("session", RequestHash.SIZE_BYTES));
  }

  /// May I look at this camera, or listen to it? The hash of the letter becomes the session's name.
  ///
  /// @param decode what the viewer can decode, as RFC 6381 codec strings
  /// @param wish how much is of use to it
  record Open(Stamp stamp, CameraId camera, Purpose purpose, List<String> decode, Wish wish)
      implements Request {
    public Open {
      decode = List.copyOf(decode);
    }

    @Override
    public Typ typ() {
      return Typ.OPEN;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return wish.into(body)
          .put("camera", camera.toString())
          .put("checkpoint", 0)
          .put("decode", decode, Json.Text::new)
          .put("purpose", purpose.text());
    }

    static Open parse(Stamp stamp, Fields fields) throws Malformed {
      var camera = CameraId.parse(fields.text("camera"));
      if (fields.whole("checkpoint") != 0) {
        throw fields.malformed("checkpoint"); // there is no ledger yet
      }
      List<String> decode =
          fields.items("decode", MAX_CODECS, (item, production) -> Texts.words(item, production));
      var purpose = Purpose.parse(fields.text("purpose"));
      return new Open(stamp, camera, purpose, decode, Wish.read(fields));
    }
  }

  /// Are you there?
  ///
  /// @param number rises with every beat of a page
  /// @param sessions what the device still looks at, by the hashes of their `open`
  /// @param bitsPerSecond what its line carries by now ([Wish#bitsPerSecond])
  record Beat(Stamp stamp, long number, List<RequestHash> sessions, long bitsPerSecond)
      implements Request {
    public Beat {
      sessions = List.copyOf(sessions);
    }

    @Override
    public Typ typ() {
      return Typ.BEAT;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("bitsPerSecond", bitsPerSecond)
          .put("number", number)
          .put("sessions", sessions, hash -> new Json.Text(hash.text()));
    }

    static Beat parse(Stamp stamp, Fields fields) throws Malformed {
      long number = fields.whole("number");
      List<RequestHash> sessions = fields.items("sessions", MAX_SESSIONS, Texts::hash);
      return new Beat(stamp, number, sessions, fields.whole("bitsPerSecond"));
    }
  }

  /// I stopped looking.
  record Close(Stamp stamp, RequestHash session) implements Request {
    @Override
    public Typ typ() {
      return Typ.CLOSE;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("session", session.bytes());
    }
  }

  /// Which cameras and devices are there?
  record Household(Stamp stamp) implements Request {
    @Override
    public Typ typ() {
      return Typ.HOUSEHOLD;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body;
    }
  }

  /// A picture was refused.
  record Report(Stamp stamp, CameraId camera, Kid kid, long number, ReportReason reason)
      implements Request {
    @Override
    public Typ typ() {
      return Typ.REPORT;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("camera", camera.toString())
          .put("kid", kid.value())
          .put("number", number)
          .put("reason", reason.text());
    }

    static Report parse(Stamp stamp, Fields fields) throws Malformed {
      var camera = CameraId.parse(fields.text("camera"));
      var kid = Kid.of(fields.whole("kid"));
      long number = fields.whole("number");
      if (number > SealedFrame.MAX_NUMBER) {
        throw fields.malformed("number");
      }
      return new Report(stamp, camera, kid, number, ReportReason.parse(fields.text("reason")));
    }
  }

  /// You are behind: here is a member list of yours that you do not know.
  record Newer(Stamp stamp, Statement memberList) implements Request {
    @Override
    public Typ typ() {
      return Typ.NEWER;
    }

    @Override
    public JsonBuilder members(JsonBuilder body) {
      return body.put("memberList", memberList.text());
    }

    static Newer parse(Stamp stamp, Fields fields) throws Malformed {
      return new Newer(stamp, Statement.parse(fields.text("memberList"), Typ.MEMBER_LIST));
    }
  }
}
