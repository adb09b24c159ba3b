package io.mashrabiya.relay.cache;

import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.Track;

/// One track of one camera of one household: the only key that pictures are kept and handed out
/// under. There is no way to name a picture without its household, and the household is always that
/// of a proven link.
public record StreamId(HouseholdId household, CameraId camera, Track track) {}
