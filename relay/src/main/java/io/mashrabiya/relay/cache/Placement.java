package io.mashrabiya.relay.cache;

/// What became of a frame that a home sent.
public enum Placement {
  /// It begins a new group; the older one is gone.
  BEGINS,
  /// It is the very next one of its group.
  CONTINUES,
  /// It, or one after it, was here before: a home sends its group again after a reconnect.
  REPEATED,
  /// It is of an epoch older than the cached one.
  SUPERSEDED,
  /// A frame before it is missing, so that no viewer could show it.
  BROKEN;

  /// Whether it goes on to viewers.
  public boolean isTaken() {
    return switch (this) {
      case BEGINS, CONTINUES -> true;
      case REPEATED, SUPERSEDED, BROKEN -> false;
    };
  }
}
