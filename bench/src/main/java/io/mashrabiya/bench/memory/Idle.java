package io.mashrabiya.bench.memory;

import java.io.IOException;
import java.io.OutputStream;

/// A process that does nothing, until its input ends: what a JVM takes by itself. It says `idle`.
final class Idle {
  private Idle() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("idle");
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
