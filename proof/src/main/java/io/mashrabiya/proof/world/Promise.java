package io.mashrabiya.proof.world;

/// What is promised (SECURITY.md), as far as a history can break it.
public enum Promise {
  /// A device saw a picture of another house's camera.
  FOREIGN,
  /// A device saw a picture of its own house as one of another camera, or of another time.
  MISNAMED,
  /// A device saw what no home has sealed.
  FORGED,
  /// A device was given a picture to paint that is not newer than the painted one.
  REPLAYED,
  /// A device called a picture live that was taken more than 3 s ago.
  STALE_AS_LIVE,
  /// A device called a picture live though the home has answered nothing for more than 15 s.
  UNHEARD,
  /// A device saw a picture that was taken after the home had confirmed that it may not.
  AFTER_STRIKE,
  /// A device saw a picture that was taken before its right began, and was not the newest then.
  BEFORE_RIGHT,
  /// A home served whoever has its word for a ruling that it has forgotten.
  FORGOTTEN,
  /// Two different frames were sealed under one number of one key.
  NONCE_REPEATED,
  /// A device believes that it belongs to another household than its link's.
  WRONG_HOUSE,
  /// A home takes somebody for its device who was given no link of its own.
  STRANGER_ADMITTED,
  /// A home sent pictures or sound that no device had asked for lately.
  UNASKED,
  /// A home did once more, or unasked, what a device had asked once.
  DONE_UNASKED,
  /// Somebody proved who they are to a relay that they were not told of.
  PROVED_ELSEWHERE
}
