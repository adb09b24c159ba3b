package io.mashrabiya.wire.statement;

import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.VerifyingKey;
import java.nio.charset.StandardCharsets;

/// A signed statement: a JWS in compact form (RFC 7515) with `alg` exactly `Ed25519` (RFC 9864) and
/// a header of `alg` and `typ` only (formats, section 2).
///
/// Guarantee: [#text] is the very text that was received or signed, and [#verifiedBy] is over its
/// exact bytes. Not guaranteed before [#verifiedBy] said yes: anything about who wrote it.
///
/// @param text the compact form
/// @param typ what it says it is
/// @param payload canonical JSON, parsed
public record Statement(String text, Typ typ, Json payload) {
  public static final int MAX_CHARACTERS = 262_144;
  private static final String PRODUCTION = "statement";

  /// Reads a statement of whatever type.
  public static Statement parse(String text) throws Malformed {
    if (text.length() > MAX_CHARACTERS) {
      throw new Malformed(PRODUCTION, MAX_CHARACTERS);
    }
    int headerEnd = text.indexOf('.');
    int payloadEnd = text.lastIndexOf('.');
    if (payloadEnd == headerEnd) { // also where there is no dot at all
      throw new Malformed(PRODUCTION, text.length());
    }
    Typ typ = header(text.substring(0, headerEnd));
    byte[] payload =
        Base64Url.decode(PRODUCTION + ".payload", text.substring(headerEnd + 1, payloadEnd));
    byte[] signature = Base64Url.decode(PRODUCTION + ".signature", text.substring(payloadEnd + 1));
    if (signature.length != VerifyingKey.SIGNATURE_BYTES) {
      throw new Malformed(PRODUCTION + ".signature", payloadEnd + 1);
    }
    return new Statement(text, typ, Json.parse(typ.label(), payload));
  }

  /// Reads a statement that must be of one type.
  public static Statement parse(String text, Typ expected) throws Malformed {
    Statement statement = parse(text);
    if (statement.typ != expected) {
      throw new Malformed(expected.label(), 0);
    }
    return statement;
  }

  public static Statement sign(Typ typ, Json.Members payload, Signer signer) {
    String signed = encodedHeader(typ) + "." + Base64Url.encode(payload.bytes());
    byte[] signature = signer.sign(signed.getBytes(StandardCharsets.US_ASCII));
    return new Statement(signed + "." + Base64Url.encode(signature), typ, payload);
  }

  public boolean verifiedBy(VerifyingKey key) {
    int payloadEnd = text.lastIndexOf('.');
    try {
      byte[] signature =
          Base64Url.decode(PRODUCTION + ".signature", text.substring(payloadEnd + 1));
      return key.verifies(
          text.substring(0, payloadEnd).getBytes(StandardCharsets.US_ASCII), signature);
    } catch (Malformed e) {
      return false;
    }
  }

  /// The payload's members, to be taken apart.
  public Fields fields() throws Malformed {
    return Fields.of(payload, typ.label());
  }

  private static Typ header(String encoded) throws Malformed {
    Fields header =
        Fields.parse(PRODUCTION + ".header", Base64Url.decode(PRODUCTION + ".header", encoded));
    header.text("alg", "Ed25519"::equals);
    Typ typ = Typ.ofLabel(header.text("typ"));
    header.end();
    if (typ == null) {
      throw header.malformed("typ");
    }
    return typ;
  }

  private static String encodedHeader(Typ typ) {
    return Base64Url.encode(
        Json.object().put("alg", "Ed25519").put("typ", typ.label()).build().bytes());
  }

  /// Only what it is: a letter's text says nothing to a reader of logs.
  @Override
  public String toString() {
    return "Statement[" + typ.label() + "]";
  }
}
