package io.mashrabiya.proof.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The search finds what is there: else its silence would mean nothing.
class NeedlesTest {
  private static final long SEED = 7;

  private final Random random = new Random(SEED);
  private final byte[] key = bytes(32);
  private final Needles needles = new Needles().add("key", key).add("name", "Nursery upstairs");

  @Test
  void in_bytesWithTheKey_findsIt() {
    assertThat(needles.in(around(key, 100, 57))).containsExactly("key");
  }

  @Test
  void in_textWithTheKeyAtAnyPlace_findsIt() {
    for (int before = 0; before < 12; before++) {
      byte[] once = Base64.getUrlEncoder().encode(around(key, before, 5));
      assertThat(needles.in(once)).as("once, after %s", before).containsExactly("key");
      byte[] twice = Base64.getUrlEncoder().encode(around(once, before, 1));
      assertThat(needles.in(twice)).as("twice, after %s", before).containsExactly("key");
    }
  }

  @Test
  void in_stringsOfBothKinds_findsTheName() {
    String text = "the Nursery upstairs is shown";
    assertThat(needles.in(text.getBytes(StandardCharsets.UTF_8))).containsExactly("name");
    assertThat(needles.in(text.getBytes(StandardCharsets.UTF_16LE))).containsExactly("name");
  }

  @Test
  void in_otherBytes_findsNothing() {
    assertThat(needles.in(bytes(1 << 20))).isEmpty();
  }

  private byte[] around(byte[] middle, int before, int after) {
    byte[] all = bytes(before + middle.length + after);
    System.arraycopy(middle, 0, all, before, middle.length);
    return all;
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
