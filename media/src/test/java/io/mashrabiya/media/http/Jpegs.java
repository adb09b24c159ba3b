package io.mashrabiya.media.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Small JPEG files, all different.
final class Jpegs {
  static final byte[] ONE = read("420.jpg");
  static final byte[] TWO = read("422.jpg");
  static final byte[] THREE = read("gray.jpg");

  private Jpegs() {}

  private static byte[] read(String name) {
    try (InputStream in =
        Optional.ofNullable(Jpegs.class.getResourceAsStream("/io/mashrabiya/media/jpeg/" + name))
            .orElseThrow()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
