package io.mashrabiya.media.worker.message;

import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.TranscodeSettings;

/// What a home wants of its worker. `request` numbers the orders of one worker's life; the one
/// answer repeats it.
public sealed interface Order {
  int request();

  /// A still of one picture.
  ///
  /// ```
  /// kind 1: from (1 byte), format (1 byte), tone (1 byte), most width, most bytes (4 bytes each),
  ///         access unit (bytes)
  /// ```
  record MakeStill(int request, StillRequest still) implements Order {
    private static final int KIND = 1;

    private static MakeStill read(int request, Fields fields) throws MalformedMessage {
      PictureFormat from = fields.one(PictureFormat.values(), "what it is encoded as");
      Still.Format format = fields.one(Still.Format.values(), "the format");
      Still.Tone tone = fields.one(Still.Tone.values(), "the tone");
      int width = fields.number(2, StillRequest.MOST_WIDTH, "the width");
      int bytes = fields.number(1, StillRequest.ANY_BYTES, "the bytes");
      byte[] picture = fields.bytes("the picture");
      return new MakeStill(request, new StillRequest(from, picture, format, tone, width, bytes));
    }
  }

  /// Opens the worker's session, of which it has one at a time; it takes pictures one by one.
  ///
  /// ```
  /// kind 2: from (1 byte), most width, most height, pictures a second, bits a second,
  ///         key interval (4 bytes each)
  /// ```
  record OpenTranscode(int request, TranscodeSettings settings) implements Order {
    private static final int KIND = 2;

    private static OpenTranscode read(int request, Fields fields) throws MalformedMessage {
      PictureFormat from = fields.one(PictureFormat.values(), "what it is encoded as");
      int width = fields.number("the width");
      int height = fields.number("the height");
      int rate = fields.number("the pictures a second");
      int bits = fields.number("the bits a second");
      int interval = fields.number("the key interval");
      try {
        var settings = new TranscodeSettings(from, width, height, rate, bits, interval);
        return new OpenTranscode(request, settings);
      } catch (IllegalArgumentException e) {
        throw new MalformedMessage(0, String.valueOf(e.getMessage()));
      }
    }
  }

  /// Gives the open session its next picture.
  ///
  /// ```
  /// kind 3: capture time (8 bytes: microseconds since 1970), whether it is a key frame, whether a
  ///         picture is to come out or others only depend on it (1 byte each), access unit (bytes)
  /// ```
  record Feed(int request, long captureTimeMicros, boolean key, boolean shown, byte[] accessUnit)
      implements Order {
    private static final int KIND = 3;

    private static Feed read(int request, Fields fields) throws MalformedMessage {
      return new Feed(
          request,
          fields.wideNumber("the capture time"),
          fields.yes("whether it is a key frame"),
          fields.yes("whether a picture is to come out"),
          fields.bytes("the picture"));
    }
  }

  /// Ends the session.
  ///
  /// ```
  /// kind 4: no fields
  /// ```
  record CloseSession(int request) implements Order {
    private static final int KIND = 4;
  }

  /// No picture that is handed in is larger: what the longest body has room for.
  int MOST_PICTURE_BYTES = Pipe.MOST_BODY_BYTES - 64;

  /// Reads a message's body.
  static Order parse(byte[] body) throws MalformedMessage {
    Fields fields = new Fields(body);
    int kind = fields.unsignedByte("kind");
    int request = fields.number("request");
    Order order =
        switch (kind) {
          case MakeStill.KIND -> MakeStill.read(request, fields);
          case OpenTranscode.KIND -> OpenTranscode.read(request, fields);
          case Feed.KIND -> Feed.read(request, fields);
          case CloseSession.KIND -> new CloseSession(request);
          default -> throw fields.unknownKind(kind);
        };
    fields.end();
    return order;
  }

  /// This as a message's body.
  default byte[] body() {
    return switch (this) {
      case MakeStill(int request, StillRequest still) ->
          new Fields.Writer(MakeStill.KIND, request, still.keyFrame().length)
              .one(still.from())
              .one(still.format())
              .one(still.tone())
              .number(still.mostWidth())
              .number(still.mostBytes())
              .bytes(still.keyFrame())
              .body();
      case OpenTranscode(int request, TranscodeSettings settings) ->
          new Fields.Writer(OpenTranscode.KIND, request, 0)
              .one(settings.from())
              .number(settings.mostWidth())
              .number(settings.mostHeight())
              .number(settings.framesPerSecond())
              .number(settings.bitsPerSecond())
              .number(settings.keyInterval())
              .body();
      case Feed(int request, long captured, boolean key, boolean shown, byte[] accessUnit) ->
          new Fields.Writer(Feed.KIND, request, accessUnit.length)
              .wideNumber(captured)
              .yes(key)
              .yes(shown)
              .bytes(accessUnit)
              .body();
      case CloseSession(int request) -> new Fields.Writer(CloseSession.KIND, request, 0).body();
    };
  }
}
