package io.mashrabiya.proof.differ;

import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.statement.Typ;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/// Changes a signed statement: mostly what it says, and signs it anew.
final class StatementMutator implements Mutator {
  private final JsonMutator payloads;
  private final Signatures signatures;
  private final WordMutator words = new WordMutator(List.of(".", "=", "e30", "eyJ", "A"));

  StatementMutator(JsonMutator payloads, Signatures signatures) {
    this.payloads = payloads;
    this.signatures = signatures;
  }

  @Override
  public byte[] mutate(byte[] input, SplittableRandom random) {
    return mutate(new String(input, StandardCharsets.UTF_8), random)
        .getBytes(StandardCharsets.UTF_8);
  }

  String mutate(String text, SplittableRandom random) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3 || random.nextInt(12) == 0) {
      return words.mutate(text, random);
    }
    try {
      String header = new String(Base64Url.decode("header", parts[0]), StandardCharsets.UTF_8);
      byte[] payload = Base64Url.decode("payload", parts[1]);
      return switch (random.nextInt(16)) {
        case 0 -> parts[0] + "." + parts[1] + "." + words.mutate(parts[2], random);
        case 1 -> signed(words.mutate(header, random), payload, random);
        case 2 -> signed(other(header, random), payload, random);
        default -> signed(header, payloads.mutate(payload, random), random);
      };
    } catch (Malformed e) {
      return words.mutate(text, random);
    }
  }

  private static String other(String header, SplittableRandom random) {
    Typ typ = Typ.values()[random.nextInt(Typ.values().length)];
    return header.replaceFirst("mashrabiya/v1/[a-z-]+", typ.label());
  }

  private String signed(String header, byte[] payload, SplittableRandom random) {
    String text = Base64Url.encode(bytes(header)) + "." + Base64Url.encode(payload);
    return text + "." + Base64Url.encode(signatures.sign(header, bytes(text), random));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
