package io.mashrabiya.testkit.line;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// A network device whose other end is this process: what the kernel sends by it is read here as
/// packets of IP, and what is written here the kernel receives. It lies in the network of the
/// thread that opens it, and goes when it is closed. One thread reads, one writes.
final class Tun implements AutoCloseable {
  /// The kernel puts the first number that is free into the place.
  private static final String NAME = "mashrabiya%d";

  private static final int MTU_BYTES = 1_500;
  private static final long TUNSETIFF = 0x400454ca; // linux/if_tun.h
  private static final short IFF_TUN = 0x0001;
  private static final short IFF_NO_PI = 0x1000;
  private static final long NAME_BYTES = 16;
  private static final long IFREQ_BYTES = 40;
  private static final long EVENTS_AT = 4;
  private static final long REVENTS_AT = 6;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment packet = arena.allocate(MTU_BYTES);
  private final MemorySegment waitedFor = arena.allocate(2 * Linux.POLLFD_BYTES);
  private final int file;
  private final int ended;
  private final String name;

  private Tun(int file) throws IOException {
    this.file = file;
    this.ended = Linux.eventfd();
    MemorySegment request = arena.allocate(IFREQ_BYTES);
    request.setString(0, NAME);
    request.set(ValueLayout.JAVA_SHORT, NAME_BYTES, (short) (IFF_TUN | IFF_NO_PI));
    Linux.ioctl(file, TUNSETIFF, request);
    this.name = request.getString(0, StandardCharsets.US_ASCII);
    waitFor(0, file);
    waitFor(Linux.POLLFD_BYTES, ended);
  }

  private void waitFor(long at, int what) {
    waitedFor.set(ValueLayout.JAVA_INT, at, what);
    waitedFor.set(ValueLayout.JAVA_SHORT, at + EVENTS_AT, Linux.POLLIN);
  }

  static Tun open() throws IOException {
    int file = Linux.open("/dev/net/tun", Linux.O_RDWR);
    try {
      return new Tun(file);
    } catch (IOException e) {
      Linux.close(file);
      throw e;
    }
  }

  /// What the kernel calls it.
  String name() {
    return name;
  }

  /// The next packet that the kernel sends; blocks. Empty once it has ended.
  byte[] read() throws IOException {
    Linux.poll(waitedFor);
    if (waitedFor.get(ValueLayout.JAVA_SHORT, Linux.POLLFD_BYTES + REVENTS_AT) != 0) {
      return new byte[0];
    }
    int length = Linux.read(file, packet);
    return packet.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
  }

  /// The kernel receives it.
  void write(byte[] bytes) throws IOException {
    try (Arena own = Arena.ofConfined()) {
      Linux.write(file, own.allocateFrom(ValueLayout.JAVA_BYTE, bytes));
    }
  }

  /// Whoever reads, or comes to read, gets nothing more.
  void end() throws IOException {
    try (Arena own = Arena.ofConfined()) {
      Linux.write(ended, own.allocateFrom(ValueLayout.JAVA_LONG, 1));
    }
  }

  /// Takes the device away. Nobody may read or write any more.
  @Override
  public void close() throws IOException {
    Linux.close(file);
    Linux.close(ended);
    arena.close();
  }
}
