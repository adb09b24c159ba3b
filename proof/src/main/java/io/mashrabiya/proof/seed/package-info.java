/// All chance of a history from its seed: also that of keys and nonces. Loaded once in a process,
/// whatever else is loaded anew.
@NullMarked
package io.mashrabiya.proof.seed;

import org.jspecify.annotations.NullMarked;
