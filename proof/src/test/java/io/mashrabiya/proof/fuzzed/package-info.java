/// That whatever reads what a stranger sent is fed by a fuzz target: the parsers are found in the
/// compiled code, and so is what the targets reach.
@NullMarked
package io.mashrabiya.proof.fuzzed;

import org.jspecify.annotations.NullMarked;
