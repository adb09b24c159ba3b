package io.mashrabiya.testkit.line;

import io.mashrabiya.network.shape.Profile;
import java.io.OutputStream;
import java.net.NetworkInterface;

/// A process that opens a line, says its device and waits to be killed.
final class CrashingLine {
  private CrashingLine() {}

  public static void main(String[] arguments) throws Exception {
    PacketLine line = PacketLine.open(Profile.FIBRE.line(), 1);
    System.out.println(NetworkInterface.getByInetAddress(line.address()).getName());
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
