package io.mashrabiya.media.onvif.events;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a camera's bells were told to be last, by which one press is told from the next.
///
/// A bell that says when it is let go rings when it is pressed after that. A bell that was never
/// told to be let go rings each time that it is told to be pressed: there are cameras that tell
/// each press and no more, and one ring too many is better than none. Owned by one thread.
final class BellButtons {
  private static final int MOST = 64;

  /// Of those that were let go at least once, the least recently told first.
  private final Map<String, Boolean> pressed =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /// Takes how a bell is told to be.
  ///
  /// @return whether it was let go before, as far as is known
  boolean told(String bell, boolean isPressed) {
    if (!isPressed) {
      pressed.put(bell, false);
      return true;
    }
    Boolean wasPressed = pressed.replace(bell, true);
    return wasPressed == null || !wasPressed;
  }

  /// Takes that there is no such bell any more.
  void gone(String bell) {
    pressed.remove(bell);
  }
}
