package io.mashrabiya.media.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;

/// Owns native objects and frees them in the opposite order of their making, once.
final class NativeScope implements AutoCloseable {
  /// Makes an object out of native ones.
  interface Maker<T, E extends Exception> {
    T make(NativeScope scope) throws E;
  }

  private final Deque<Runnable> frees = new ArrayDeque<>();

  /// Makes an object that will close its scope itself. If that fails half-way, what there is of it
  /// is freed.
  static <T, E extends Exception> T build(Maker<T, E> maker) throws E {
    NativeScope scope = new NativeScope();
    boolean made = false;
    try {
      T object = maker.make(scope);
      made = true;
      return object;
    } finally {
      if (!made) {
        scope.close();
      }
    }
  }

  /// Takes ownership of a native object, which `free` will free.
  ///
  /// @throws FfmpegException if there is none, which is how FFmpeg says that memory is out
  <P extends Pointer> P own(P pointer, String what, Consumer<P> free) {
    if (pointer == null || pointer.isNull()) {
      throw new FfmpegException("FFmpeg has no memory for " + what);
    }
    frees.push(() -> free.accept(pointer));
    return pointer;
  }

  @Override
  public void close() {
    while (!frees.isEmpty()) {
      frees.pop().run();
    }
  }
}
