package io.mashrabiya.wire.sealed;

import java.util.List;
import java.util.Optional;

/// One of a camera's ways to be seen or heard. The code is the low four bits of a KID.
public enum Track {
  MAIN(0),
  SUB(1),
  TRANSCODE(2),
  SOUND(3),
  STILL(4),
  /// A smaller transcode, for lines that do not carry [#TRANSCODE].
  LOW(5),
  /// A still of some 3 KB every other second, for lines that carry nothing else.
  GLIMPSE(6);

  private static final List<Track> ALL = List.of(values());

  private final int code;

  Track(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static Optional<Track> of(int code) {
    return code >= 0 && code < ALL.size() ? Optional.of(ALL.get(code)) : Optional.empty();
  }

  /// Whether frames of this kind travel on this track.
  public boolean carries(Kind kind) {
    return switch (this) {
      case MAIN, SUB, TRANSCODE, LOW -> kind == Kind.KEY || kind == Kind.DELTA;
      case SOUND -> kind == Kind.SOUND;
      case STILL, GLIMPSE -> kind == Kind.STILL;
    };
  }
}
