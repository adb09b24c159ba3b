package io.mashrabiya.proof.differ;

import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.device.link.MediaLink.Arrived;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.SoundFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is neither JSON of several members nor signed: ids, origins, links to pair by, and what
/// media links carry.
final class PlainFormats {
  private static final VectorFile IDS = VectorFile.of("ids");
  private static final VectorFile ENVELOPES = VectorFile.of("envelopes");
  private static final VectorFile LINKS = VectorFile.of("enrolments");

  private static final List<String> ORIGINS =
      List.of(
          "https://relay.example",
          "http://localhost:8080",
          "https://192.0.2.10:8443",
          "http://[2001:db8::1]:8080",
          "https://a-b.c1.example:65535");

  private PlainFormats() {}

  static List<Format> all() {
    return List.of(
        id("household", "household", text -> HouseholdId.parse(text).toString()),
        id("device", "device", text -> DeviceId.parse(text).toString()),
        id("camera", "camera", text -> CameraId.parse(text).toString()),
        id("camera", "invite", text -> InviteId.parse(text).toString()),
        new Format(
            "origin",
            1,
            ORIGINS.stream().map(PlainFormats::utf8).toList(),
            new WordMutator(
                List.of(
                    "https://",
                    "http://",
                    ":",
                    ":80",
                    ":443",
                    ":65535",
                    ":65536",
                    "0",
                    "0x7f",
                    "255",
                    "256",
                    ".",
                    "..",
                    "[",
                    "]",
                    "[::1]",
                    "::",
                    "ffff",
                    "0:0",
                    "-",
                    "_",
                    "%41",
                    "xy",
                    "@",
                    "/",
                    "?",
                    "#")),
            input -> Optional.of(Origin.parse(text(input)).text())),
        new Format(
            "pairing-link",
            1,
            List.of(utf8(LINKS.text("link"))),
            new WordMutator(List.of("#", "/", "pair/1/", "pair", "1", "=", "AA", "aHR0cDovL2E")),
            PlainFormats::pairingLink),
        new Format(
            "envelope",
            1,
            ENVELOPES.hex("good", "hex"),
            new ByteMutator(),
            input -> Optional.of(words(SealedFrame.parse(input)))),
        new Format(
            "frame-message",
            1,
            ENVELOPES.hex("good", "hex").stream().map(PlainFormats::addressed).toList(),
            new ByteMutator(),
            PlainFormats::arrived),
        new Format(
            "sound",
            1,
            VectorFile.of("sound-frames").hex("good", "hex"),
            new ByteMutator(),
            input -> Optional.of(words(SoundFrame.parse(input)))));
  }

  /// How the text of an id becomes an id and a text again.
  private interface Reading {
    String again(String text) throws Malformed;
  }

  /// @param kind of the vectors that it begins with
  private static Format id(String kind, String name, Reading reading) {
    List<byte[]> seeds =
        IDS.array("good").asList().stream()
            .map(vector -> vector.getAsJsonObject())
            .filter(vector -> vector.get("kind").getAsString().equals(kind))
            .map(vector -> utf8(vector.get("text").getAsString()))
            .toList();
    return new Format(
        name,
        1,
        seeds,
        new WordMutator(List.of("a", "b", "q", "7", "1", "=")),
        input -> Optional.of(reading.again(text(input))));
  }

  private static Optional<String> pairingLink(byte[] input) throws Malformed {
    PairingLink link = PairingLink.parse(text(input));
    byte[] secret = link.secret().secret().toByteArray(InsecureSecretAccess.token());
    return Optional.of(
        Json.object()
            .put("household", link.household().toString())
            .put("origin", link.origin())
            .put("secret", secret)
            .build()
            .text());
  }

  private static byte[] addressed(byte[] envelope) {
    byte[] message = new byte[1 + CameraId.SIZE_BYTES + envelope.length];
    message[0] = 1;
    System.arraycopy(envelope, 0, message, 1 + CameraId.SIZE_BYTES, envelope.length);
    return message;
  }

  private static Optional<String> arrived(byte[] input) {
    try {
      return Optional.of(
          switch (Arrived.of(input)) {
            case Arrived.Frame(var message) -> message.camera() + " " + words(message.frame());
            case Arrived.Unreadable(CameraId camera) -> camera + " unreadable";
            case Arrived.Carries(long bitsPerSecond) -> "carries " + bitsPerSecond;
          });
    } catch (LinkFailed e) {
      return Optional.empty();
    }
  }

  private static String words(SealedFrame frame) {
    return "%d %d %d %d %s %d"
        .formatted(
            frame.kind().code(),
            frame.kid().value(),
            frame.number(),
            frame.dependency(),
            Base64Url.encode(frame.header().bytes()),
            frame.envelope().length - frame.ciphertextOffset());
  }

  private static String words(SoundFrame sound) {
    return "%s %d %d %s %s"
        .formatted(
            sound.codec().name().toLowerCase(Locale.ROOT),
            sound.sampleRateHz(),
            sound.channels(),
            Base64Url.encode(sound.configuration()),
            Base64Url.encode(sound.data()));
  }

  static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
