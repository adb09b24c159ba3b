package io.mashrabiya.testkit.line;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The few calls of Linux that Java has no name for. Each throws with the number of the error, as
/// `errno(3)` lists them.
final class Linux {
  static final int O_RDWR = 2;
  static final int O_RDONLY = 0;
  static final int CLONE_NEWNET = 0x40000000;
  static final short POLLIN = 1;
  static final long POLLFD_BYTES = 8;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPEN = handle("open", 2, INT, POINTER, INT);
  private static final MethodHandle CLOSE = handle("close", 1, INT, INT);
  private static final MethodHandle IOCTL = handle("ioctl", 2, INT, INT, LONG, POINTER);
  private static final MethodHandle READ = handle("read", 3, LONG, INT, POINTER, LONG);
  private static final MethodHandle WRITE = handle("write", 3, LONG, INT, POINTER, LONG);
  private static final MethodHandle POLL = handle("poll", 3, INT, POINTER, LONG, INT);
  private static final MethodHandle EVENTFD = handle("eventfd", 2, INT, INT, INT);
  private static final MethodHandle SETNS = handle("setns", 2, INT, INT, INT);
  private static final MethodHandle UNSHARE = handle("unshare", 1, INT, INT);

  private Linux() {}

  /// @param named how many arguments the C declaration names; those behind are its `...`
  @SuppressWarnings("restricted")
  private static MethodHandle handle(
      String name, int named, MemoryLayout answer, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    var form = FunctionDescriptor.of(answer, arguments);
    var errno = Linker.Option.captureCallState("errno");
    MemorySegment symbol = linker.defaultLookup().findOrThrow(name);
    return named < arguments.length
        ? linker.downcallHandle(symbol, form, errno, Linker.Option.firstVariadicArg(named))
        : linker.downcallHandle(symbol, form, errno);
  }

  private interface Call {
    /// @param state where the error's number goes
    long on(Arena arena, MemorySegment state) throws Throwable;
  }

  private static long call(String name, Call call) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      long answer = call.on(arena, state);
      if (answer < 0) {
        throw new IOException(name + " failed, errno " + (int) ERRNO.get(state, 0L));
      }
      return answer;
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static int open(String path, int flags) throws IOException {
    return (int)
        call(
            "open",
            (arena, state) -> (int) OPEN.invokeExact(state, arena.allocateFrom(path), flags));
  }

  static void close(int file) throws IOException {
    call("close", (arena, state) -> (int) CLOSE.invokeExact(state, file));
  }

  static void ioctl(int file, long request, MemorySegment argument) throws IOException {
    call("ioctl", (arena, state) -> (int) IOCTL.invokeExact(state, file, request, argument));
  }

  static int read(int file, MemorySegment into) throws IOException {
    return (int)
        call("read", (arena, state) -> (long) READ.invokeExact(state, file, into, into.byteSize()));
  }

  static void write(int file, MemorySegment from) throws IOException {
    call("write", (arena, state) -> (long) WRITE.invokeExact(state, file, from, from.byteSize()));
  }

  /// Waits until one of the files can be read, however long.
  ///
  /// @param files of `struct pollfd`
  static void poll(MemorySegment files) throws IOException {
    long count = files.byteSize() / POLLFD_BYTES;
    call("poll", (arena, state) -> (int) POLL.invokeExact(state, files, count, -1));
  }

  static int eventfd() throws IOException {
    return (int) call("eventfd", (arena, state) -> (int) EVENTFD.invokeExact(state, 0, 0));
  }

  /// Puts the calling thread into another network namespace.
  static void setns(int namespace) throws IOException {
    call("setns", (arena, state) -> (int) SETNS.invokeExact(state, namespace, CLONE_NEWNET));
  }

  /// Puts the calling thread into a network namespace of its own.
  static void unshare() throws IOException {
    call("unshare", (arena, state) -> (int) UNSHARE.invokeExact(state, CLONE_NEWNET));
  }
}
