package io.mashrabiya.relay.route;

/// One WebSocket for as long as it lasts, from 1 upwards; never used again while the relay runs. It
/// is what letters call `link`, where 0 means all links of a device.
public record LinkId(long number) {
  public LinkId {
    if (number < 1) {
      throw new IllegalArgumentException("links are counted from 1");
    }
  }

  /// As logs name it.
  @Override
  public String toString() {
    return "link " + number;
  }
}
