package io.mashrabiya.device.accept;

import io.mashrabiya.wire.sealed.SealedFrame;
import java.util.List;

/// Frames that waited and are judged now, in the order in which they came.
///
/// @param again to be handed to [Acceptance#arrives] once more
/// @param refused of an epoch that the home does not name: to be reported as such
public record Released(List<SealedFrame> again, List<SealedFrame> refused) {
  public Released {
    again = List.copyOf(again);
    refused = List.copyOf(refused);
  }
}
