package io.mashrabiya.proof.differ;

import io.mashrabiya.wire.codec.Malformed;
import java.util.Optional;

/// What Java makes of an input, in words that are the same where the values are the same. The
/// viewer's judges of the same names are in `viewer/src/test/ts/differ/judges.ts`.
@FunctionalInterface
interface Judge {
  /// What is said of an input that is malformed, and of one that does not prove itself.
  String REFUSED = "refused";

  /// Empty for what is well-formed and does not prove itself.
  Optional<String> judge(byte[] input) throws Malformed;

  /// Words for what was understood, or [#REFUSED]; a judge that breaks says so, and never agrees.
  default String verdict(byte[] input) {
    try {
      return judge(input).orElse(REFUSED);
    } catch (Malformed e) {
      return REFUSED;
    } catch (RuntimeException e) {
      return "threw " + e;
    }
  }
}
