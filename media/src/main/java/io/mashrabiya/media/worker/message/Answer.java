package io.mashrabiya.media.worker.message;

import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;

/// What a worker says to its home: one answer for each [Order], and [Ready] or [Unable] at first.
public sealed interface Answer {
  /// The order's.
  int request();

  /// The worker has loaded its libraries and waits for orders.
  ///
  /// ```
  /// kind 1: no fields
  /// ```
  record Ready(int request) implements Answer {
    private static final int KIND = 1;
  }

  /// This machine cannot run the libraries; the worker ends.
  ///
  /// ```
  /// kind 2: why (bytes: UTF-8), for the log
  /// ```
  record Unable(int request, String why) implements Answer {
    private static final int KIND = 2;
  }

  /// The still that was ordered.
  ///
  /// ```
  /// kind 3: format (1 byte), width, height (4 bytes each), the file (bytes)
  /// ```
  record StillMade(int request, Still still) implements Answer {
    private static final int KIND = 3;

    private static StillMade read(int request, Fields fields) throws MalformedMessage {
      Still.Format format = fields.one(Still.Format.values(), "the format");
      int width = fields.number(1, StillRequest.MOST_WIDTH, "the width");
      int height = fields.number(1, Integer.MAX_VALUE, "the height");
      return new StillMade(request, new Still(format, width, height, fields.bytes("the file")));
    }
  }

  /// The next picture that the session gives.
  ///
  /// ```
  /// kind 4: capture time (8 bytes), whether it is a key frame (1 byte), access unit (bytes)
  /// ```
  record Encoded(int request, long captureTimeMicros, boolean key, byte[] accessUnit)
      implements Answer {
    private static final int KIND = 4;

    private static Encoded read(int request, Fields fields) throws MalformedMessage {
      return new Encoded(
          request,
          fields.wideNumber("the capture time"),
          fields.yes("whether it is a key frame"),
          fields.bytes("the picture"));
    }
  }

  /// Done, and there is nothing to show for it: a session that opened or closed, or has no picture
  /// to give yet.
  ///
  /// ```
  /// kind 5: no fields
  /// ```
  record Done(int request) implements Answer {
    private static final int KIND = 5;
  }

  /// Not done.
  ///
  /// ```
  /// kind 6: reason (1 byte)
  /// ```
  record NotDone(int request, Reason reason) implements Answer {
    private static final int KIND = 6;
  }

  /// Not done, by a fault that is not the picture's: FFmpeg refused what should always work.
  ///
  /// ```
  /// kind 7: what (bytes: UTF-8), for the log
  /// ```
  record Fault(int request, String what) implements Answer {
    private static final int KIND = 7;
  }

  /// Why a worker did not do what it was told. The order is part of the protocol.
  enum Reason {
    /// The picture is broken.
    DOES_NOT_DECODE,
    /// The picture wants more memory than the worker may have.
    NO_MEMORY,
    /// There is no session, or there is one already.
    NO_SESSION
  }

  /// Reads a message's body.
  static Answer parse(byte[] body) throws MalformedMessage {
    Fields fields = new Fields(body);
    int kind = fields.unsignedByte("kind");
    int request = fields.number("request");
    Answer answer =
        switch (kind) {
          case Ready.KIND -> new Ready(request);
          case Unable.KIND -> new Unable(request, fields.text("why"));
          case StillMade.KIND -> StillMade.read(request, fields);
          case Encoded.KIND -> Encoded.read(request, fields);
          case Done.KIND -> new Done(request);
          case Fault.KIND -> new Fault(request, fields.text("what"));
          case NotDone.KIND -> new NotDone(request, fields.one(Reason.values(), "the reason"));
          default -> throw fields.unknownKind(kind);
        };
    fields.end();
    return answer;
  }

  /// This as a message's body.
  default byte[] body() {
    return switch (this) {
      case Ready(int request) -> new Fields.Writer(Ready.KIND, request, 0).body();
      case Unable(int request, String why) ->
          new Fields.Writer(Unable.KIND, request, why.length()).text(why).body();
      case StillMade(int request, Still still) ->
          new Fields.Writer(StillMade.KIND, request, still.bytes().length)
              .one(still.format())
              .number(still.width())
              .number(still.height())
              .bytes(still.bytes())
              .body();
      case Encoded(int request, long captured, boolean key, byte[] accessUnit) ->
          new Fields.Writer(Encoded.KIND, request, accessUnit.length)
              .wideNumber(captured)
              .yes(key)
              .bytes(accessUnit)
              .body();
      case Done(int request) -> new Fields.Writer(Done.KIND, request, 0).body();
      case Fault(int request, String what) ->
          new Fields.Writer(Fault.KIND, request, what.length()).text(what).body();
      case NotDone(int request, Reason reason) ->
          new Fields.Writer(NotDone.KIND, request, 0).one(reason).body();
    };
  }
}
