package io.mashrabiya.proof.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Byte strings by name, and the search for them in whatever a process left behind. Each is looked
/// for as it is and as Base64url has it, at any place in a longer text, also encoded twice over (a
/// key in JSON in a statement).
final class Needles {
  private static final int LEAST_BYTES = 8; // a shorter one would be found by chance

  private record Needle(String name, byte[] bytes) {}

  /// By their first two bytes.
  private final Map<Integer, List<Needle>> byStart = new HashMap<>();

  Needles add(String name, byte[] bytes) {
    put(name, bytes);
    for (byte[] once : encodings(bytes)) {
      put(name, once);
      encodings(once).forEach(twice -> put(name, twice));
    }
    return this;
  }

  /// A text, as Java's strings, files and messages have it.
  Needles add(String name, String text) {
    put(name, text.getBytes(StandardCharsets.UTF_16LE));
    return add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The names of those that are in it.
  Set<String> in(byte[] hay) {
    Set<String> found = new TreeSet<>();
    for (int i = 0; i + 1 < hay.length; i++) {
      List<Needle> candidates = byStart.get(start(hay, i));
      if (candidates != null) {
        for (Needle one : candidates) {
          int end = i + one.bytes.length;
          if (end <= hay.length && Arrays.equals(hay, i, end, one.bytes, 0, one.bytes.length)) {
            found.add(one.name);
          }
        }
      }
    }
    return found;
  }

  Set<String> in(Path file) throws IOException {
    return in(Files.readAllBytes(file));
  }

  private void put(String name, byte[] bytes) {
    if (bytes.length < LEAST_BYTES) {
      throw new IllegalArgumentException(name + " is too short to be looked for");
    }
    byStart
        .computeIfAbsent(start(bytes, 0), none -> new ArrayList<>())
        .add(new Needle(name, bytes));
  }

  private static int start(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  /// What is sure to stand in the Base64url of any text that holds these bytes: one for each of the
  /// three ways in which they can fall on its groups, without the characters shared with
  /// neighbours.
  private static List<byte[]> encodings(byte[] bytes) {
    List<byte[]> all = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      byte[] text = Base64.getUrlEncoder().withoutPadding().encode(shifted);
      int from = (before * 8 + 5) / 6;
      int to = shifted.length * 8 / 6;
      all.add(Arrays.copyOfRange(text, from, to));
    }
    return all;
  }
}
