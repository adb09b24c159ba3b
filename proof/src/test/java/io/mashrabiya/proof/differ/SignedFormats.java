package io.mashrabiya.proof.differ;

import static io.mashrabiya.proof.differ.PlainFormats.text;

import io.mashrabiya.vault.card.CardOpening;
import io.mashrabiya.vault.card.ContentKey;
import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.vault.seal.FrameOpener;
import io.mashrabiya.vault.seal.FrameOpening;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.statement.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What proves who wrote it: it counts as understood only where both prove it.
final class SignedFormats {
  private static final VectorFile CERTIFICATES = VectorFile.of("certificates");
  private static final VectorFile LISTS = VectorFile.of("member-lists");
  private static final HomeCertificate HOME = certificate(LISTS.text("certificate")).orElseThrow();
  private static final int SIGNED = 8;
  private static final FrameMutator FRAMES = new FrameMutator(HOME.household());
  private static final FrameOpener OPENER =
      new FrameOpener(
          HOME.household(),
          FrameMutator.CAMERA,
          FrameMutator.KID,
          BaseKey.copyOf(FrameMutator.BASE_KEY, InsecureSecretAccess.token()),
          HOME.sign());

  private SignedFormats() {}

  static List<Format> all() {
    return List.of(
        signed("statement", List.of(LISTS.text("certificate")), SignedFormats::statement),
        signed(
            "certificate",
            CERTIFICATES.texts("good", "text"),
            input -> certificate(text(input)).map(SignedFormats::words)),
        signed(
            "member-list",
            LISTS.texts("good", "text"),
            input -> MemberList.verify(text(input), HOME).map(SignedFormats::words)),
        signed("key-card", List.of(Made.card(HOME).statement().text()), SignedFormats::card),
        signed("letter", List.of(Made.letter(HOME).statement().text()), SignedFormats::letter),
        new Format(
            "enrol-answer",
            2 * SIGNED,
            List.of(Made.enrolAnswer(HOME, LISTS.texts("good", "text")).bytes()),
            JsonFormats.mutator(
                List.of(text(Made.enrolAnswer(HOME, LISTS.texts("good", "text")).bytes()))),
            input ->
                EnrolAnswer.verify(input, HOME.household()).map(answer -> text(answer.bytes()))),
        new Format(
            "sealed-frame",
            SIGNED,
            List.of(FRAMES.frame(new SplittableRandom(1))),
            FRAMES,
            SignedFormats::frame),
        new Format("card-keys", SIGNED, Made.cardKeys(), new ByteMutator(), SignedFormats::keys));
  }

  private static Format signed(String name, List<String> seeds, Judge judge) {
    List<String> payloads = seeds.stream().map(SignedFormats::payload).toList();
    return new Format(
        name,
        SIGNED,
        seeds.stream().map(PlainFormats::utf8).toList(),
        JsonFormats.mutator(payloads).statements(),
        judge);
  }

  private static String payload(String statement) {
    try {
      return Statement.parse(statement).payload().text();
    } catch (Malformed e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Optional<String> statement(byte[] input) throws Malformed {
    Statement statement = Statement.parse(text(input));
    String signature = statement.text().substring(statement.text().lastIndexOf('.') + 1);
    return Optional.of(
        statement.typ().label() + " " + statement.payload().text() + " " + signature);
  }

  private static Optional<HomeCertificate> certificate(String text) {
    try {
      return HomeCertificate.verify(text)
          .filter(home -> home.root().equals(Signatures.OF_THE_VECTORS.root().publicKey()));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private static String words(HomeCertificate home) {
    return home.statement().payload().text();
  }

  private static String words(MemberList list) {
    return list.edition()
        .into(
            Json.object()
                .put("household", list.household().toString())
                .put(
                    "members",
                    list.members().entrySet(),
                    member ->
                        Json.object()
                            .put("device", member.getKey().toString())
                            .put("sign", member.getValue().bytes())
                            .build()))
        .build()
        .text();
  }

  private static Optional<String> card(byte[] input) throws Malformed {
    KeyCard card = KeyCard.parse(text(input));
    return card.signedBy(HOME.sign())
        ? Optional.of(
            card.version()
                .into(
                    Json.object()
                        .put("device", card.device().toString())
                        .put("household", card.household().toString())
                        .put("sealed", card.sealed()))
                .build()
                .text())
        : Optional.empty();
  }

  private static Optional<String> letter(byte[] input) throws Malformed {
    Letter letter = Letter.parse(text(input), Letter.Direction.TO_DEVICE);
    return letter.statement().verifiedBy(HOME.sign())
        ? Optional.of(
            letter.statement().typ().label()
                + " "
                + Json.object()
                    .put("from", letter.household().toString())
                    .put("sealed", letter.sealed())
                    .put("to", letter.device().toString())
                    .build()
                    .text())
        : Optional.empty();
  }

  /// Why one is refused is told to the home, and so must be the same.
  private static Optional<String> frame(byte[] input) throws Malformed {
    return Optional.of(
        switch (OPENER.open(SealedFrame.parse(input))) {
          case FrameOpening.Opened(long captureMicros, byte[] picture) ->
              "opened " + captureMicros + " " + Base64Url.encode(picture);
          case FrameOpening.NotOpened() -> "not-opened";
          case FrameOpening.Forged() -> "forged";
        });
  }

  /// The input is sealed into a card first: the vault reads no other.
  private static Optional<String> keys(byte[] input) {
    if (!(Made.opened(HOME, input) instanceof CardOpening.Opened opened)) {
      return Optional.empty();
    }
    List<Json> keys = new ArrayList<>();
    for (ContentKey key : opened.keys()) {
      keys.add(
          Json.object()
              .put("baseKey", key.key().secret().toByteArray(InsecureSecretAccess.token()))
              .put("camera", key.camera().toString())
              .put("kid", key.kid().value())
              .build());
    }
    return Optional.of(new String(new Json.Items(keys).bytes(), StandardCharsets.UTF_8));
  }
}
