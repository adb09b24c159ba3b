package io.mashrabiya.vault.card;

import io.mashrabiya.vault.seal.BaseKey;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.codec.ByteReader;
import io.mashrabiya.wire.codec.ByteWriter;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.sealed.Kid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The plaintext of a key card (formats, section 5): count u16 || count times (camera id || KID u64
/// || base key), ascending by camera and KID.
final class CardKeys {
  static final int MAX_KEYS = 1_024;
  private static final String PRODUCTION = "card-keys";
  private static final int KEY_BYTES = CameraId.SIZE_BYTES + Long.BYTES + BaseKey.SIZE_BYTES;

  private CardKeys() {}

  static byte[] bytes(Collection<ContentKey> keys) {
    if (keys.size() > MAX_KEYS) {
      throw new IllegalArgumentException("more keys than a card holds: " + keys.size());
    }
    List<ContentKey> ordered = keys.stream().sorted(ContentKey.ORDER).toList();
    ByteWriter writer = new ByteWriter(Short.BYTES + keys.size() * KEY_BYTES).u16(keys.size());
    for (int i = 0; i < ordered.size(); i++) {
      ContentKey entry = ordered.get(i);
      if (i > 0 && ContentKey.ORDER.compare(ordered.get(i - 1), entry) == 0) {
        throw new IllegalArgumentException("a KID twice: " + entry.kid());
      }
      writer
          .put(entry.camera().bytes())
          .u64(entry.kid().value())
          .put(entry.key().secret().toByteArray(InsecureSecretAccess.token()));
    }
    return writer.finish();
  }

  static List<ContentKey> parse(byte[] plaintext) throws Malformed {
    ByteReader reader = new ByteReader(PRODUCTION, plaintext);
    int count = reader.u16();
    if (count > MAX_KEYS || reader.remaining() != count * KEY_BYTES) {
      throw new Malformed(PRODUCTION, reader.position());
    }
    List<ContentKey> keys = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = reader.position();
      ContentKey next = read(reader);
      if (!keys.isEmpty() && ContentKey.ORDER.compare(keys.getLast(), next) >= 0) {
        throw new Malformed(PRODUCTION, at);
      }
      keys.add(next);
    }
    return List.copyOf(keys);
  }

  private static ContentKey read(ByteReader reader) throws Malformed {
    CameraId camera = CameraId.read(reader);
    Kid kid = Kid.of(reader.bits64());
    BaseKey key = BaseKey.copyOf(reader.take(BaseKey.SIZE_BYTES), InsecureSecretAccess.token());
    return new ContentKey(camera, kid, key);
  }
}
