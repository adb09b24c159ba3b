package io.mashrabiya.vault.seal;

/// What came of opening a sealed frame.
public sealed interface FrameOpening {
  /// Opened under the names it was asked under, and signed by the home.
  ///
  /// @param captureMicros when it was taken, by the home's clock
  /// @param picture an access unit or a still image; the receiver's own
  record Opened(long captureMicros, byte[] picture) implements FrameOpening {
    /// Without the picture, which is nobody's business in a log.
    @Override
    public String toString() {
      return "Opened[captureMicros=" + captureMicros + ", " + picture.length + " bytes]";
    }
  }

  /// It does not open: another household's or camera's, another key's, or altered. Which of these,
  /// nobody learns.
  record NotOpened() implements FrameOpening {}

  /// It opens, but its home did not sign it: somebody who holds the key made it.
  record Forged() implements FrameOpening {}
}
