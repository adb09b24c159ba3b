/// The histories of `./dev prove`, a million deliveries of them, and that they can fail.
@NullMarked
package io.mashrabiya.proof.prove;

import org.jspecify.annotations.NullMarked;
