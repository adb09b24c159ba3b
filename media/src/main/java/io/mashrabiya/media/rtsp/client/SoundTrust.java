package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.media.CaptureClock;
import java.time.Duration;

/// Remembers of one camera whether asking for its sound ends its sessions, as it does with some:
/// they close the connection or say nothing more.
///
/// A session in which sound was asked for and which ended so before its first picture makes the
/// sound suspect: the next one leaves it away, and if that one plays, both together are a sign
/// against the sound. One sign may be chance (a camera that starts answers before it has pictures,
/// one that serves few viewers hangs up), so the session after it asks again; after two in a row
/// the sound is to blame and stays away. From an hour later on it is asked for once more, and one
/// more sign is enough then. A session that plays with sound, or ends without it as well, takes all
/// signs away.
///
/// Belongs to the thread that plays the camera, in one client after the other.
public final class SoundTrust {
  private static final int SIGNS_ENOUGH = 2;
  private static final long STAYS_AWAY_MICROS = CaptureClock.micros(Duration.ofHours(1));

  private boolean suspect;
  private int signs;
  private long newestSignMicros; // of no meaning without a sign

  /// Whether it was found that the camera plays only without its sound.
  public boolean isToBlame() {
    return signs == SIGNS_ENOUGH;
  }

  /// Whether a session that begins now is to ask for sound.
  boolean asks(long nowMicros) {
    if (isToBlame() && nowMicros - newestSignMicros >= STAYS_AWAY_MICROS) {
      signs--;
    }
    return !suspect && !isToBlame();
  }

  /// A picture came; whether it is the session's first does not matter.
  ///
  /// @param soundAsked whether sound was asked for
  void played(boolean soundAsked, long nowMicros) {
    if (soundAsked) {
      signs = 0;
    } else if (suspect) {
      suspect = false;
      signs++;
      newestSignMicros = nowMicros;
    }
  }

  /// The camera closed the session, or was silent, before its first picture.
  ///
  /// @param soundAsked whether sound was asked for
  void endedBeforePictures(boolean soundAsked) {
    if (!soundAsked && suspect) {
      signs = 0;
    }
    suspect = soundAsked;
  }
}
