package io.mashrabiya.media.ffmpeg;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;

/// Loads FFmpeg's libraries for pictures, once for the process (those for files come with the first
/// [ClipReader]): about half a second, and as much again at the very first time, when they are
/// unpacked into JavaCPP's cache folder (`-Dorg.bytedeco.javacpp.cachedir`, else below the home
/// folder).
public final class Natives {
  private static final System.Logger LOG = System.getLogger(Natives.class.getName());

  static {
    // JavaCPP would else count the whole process's memory and refuse to allocate beyond a limit of
    // its own.
    setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    avutil.av_log_set_level(avutil.AV_LOG_QUIET); // what matters comes back as return codes
    avcodec.avcodec_version();
    swscale.swscale_version();
  }

  private Natives() {}

  /// Returns when the libraries are loaded. Everything in this room calls it; calling it early, on
  /// a thread of its own beside other start-up, hides the time it takes.
  ///
  /// @throws LinkageError if this machine has no libraries, or theirs do not fit it
  public static void load() {
    // The work is in the static initialiser, which runs once and which other callers wait for.
  }

  /// Begins to load on a thread of its own and returns at once. A failure is told by whoever calls
  /// [#load] later.
  public static void beginLoading() {
    Thread.ofPlatform()
        .daemon()
        .name("load-ffmpeg")
        .start(() -> {
          try {
            load();
          } catch (LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "FFmpeg's libraries do not load", e);
          }
        });
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
