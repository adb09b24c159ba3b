package io.mashrabiya.vault;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.mashrabiya.vault.hpke.X25519PrivateKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.vault.secret.SecretBytes;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/// The vector files that the Java and the TypeScript tests share. Those of the sealed formats were
/// made by an independent implementation, in another language and over another library.
public final class Vectors {
  private Vectors() {}

  public static JsonObject file(String name) {
    var stream =
        Objects.requireNonNull(
            Vectors.class.getResourceAsStream("/vectors/" + name + ".json"), name);
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each case of a file's list, under its name.
  public static Stream<Arguments> cases(String name, String list) {
    return StreamSupport.stream(file(name).getAsJsonArray(list).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(vector -> Arguments.argumentSet(text(vector, "name"), vector));
  }

  public static String text(JsonObject vector, String member) {
    return vector.get(member).getAsString();
  }

  public static byte[] hex(JsonObject vector, String member) {
    return HexFormat.of().parseHex(text(vector, member));
  }

  public static SecretBytes secret(JsonObject vector, String member) {
    return SecretBytes.copyOf(hex(vector, member), InsecureSecretAccess.token());
  }

  public static Ed25519PrivateKey signing(JsonObject vector, String member) {
    return Ed25519PrivateKey.ofSeed(secret(vector, member));
  }

  public static X25519PrivateKey kem(JsonObject vector, String member) {
    return X25519PrivateKey.of(secret(vector, member));
  }
}
