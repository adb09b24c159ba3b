package io.mashrabiya.app.command.relay;

import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;

/// How far a change has gone, as the relay tells it.
///
/// @param reached of the known households, those that it has reached
/// @param known households that the relay remembers or has admitted
record ToldChange(String change, Share share, long reached, long known) {
  static ToldChange read(Fields fields) throws Malformed {
    return new ToldChange(
        fields.text("change"),
        share(fields, "perTenThousand"),
        fields.whole("reached"),
        fields.whole("known"));
  }

  static Share share(Fields fields, String name) throws Malformed {
    long value = fields.whole(name);
    if (!Share.isOne(value)) {
      throw fields.malformed(name);
    }
    return new Share((int) value);
  }
}
