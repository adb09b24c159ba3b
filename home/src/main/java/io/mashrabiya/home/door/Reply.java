package io.mashrabiya.home.door;

import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.media.Still;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.words.Sentence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// An answer of the [LocalDoor], after which it closes the connection.
sealed interface Reply {
  /// What was asked for.
  ///
  /// @param taken when the camera's picture came home
  record Picture(Still still, Instant taken) implements Reply {}

  /// The cameras as they do now, as JSON (docs/ref/data-folder.md).
  record Cameras(List<CameraReport> reports) implements Reply {}

  /// An invite is out; told as JSON (docs/ref/data-folder.md).
  record Invited(InviteReply.Made invite) implements Reply {}

  /// Why it is not given.
  ///
  /// @param status of HTTP (RFC 9110, section 15)
  /// @param words with what to do; told as JSON (docs/ref/data-folder.md)
  record Refusal(int status, Sentence words) implements Reply {}

  /// The head of the HTTP response, with the empty line behind it.
  default byte[] head() {
    return switch (this) {
      case Picture(Still still, Instant taken) ->
          head(
              "200 OK",
              still.format() == Still.Format.WEBP ? "image/webp" : "image/jpeg",
              still.bytes().length,
              "Last-Modified: "
                  + DateTimeFormatter.RFC_1123_DATE_TIME.format(taken.atOffset(ZoneOffset.UTC))
                  + "\r\n");
      case Cameras all -> head("200 OK", "application/json", body().length, "");
      case Invited invited -> head("200 OK", "application/json", body().length, "");
      case Refusal(int status, var _) ->
          head(status + " Refused", "application/json", body().length, "");
    };
  }

  default byte[] body() {
    return switch (this) {
      case Picture(Still still, Instant taken) -> still.bytes();
      case Cameras(List<CameraReport> reports) -> CameraReports.write(reports);
      case Invited(InviteReply.Made invite) -> invite.bytes();
      case Refusal(var _, Sentence words) -> SentenceJson.put(words, Json.object()).build().bytes();
    };
  }

  private static byte[] head(String status, String type, int length, String more) {
    return ("HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + length
            + "\r\nCache-Control: no-store\r\nConnection: close\r\n"
            + more
            + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
