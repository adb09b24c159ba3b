/// `./dev prove`: plays histories full of lies until one breaks a promise, or enough of them did
/// not (docs/design/lies.md).
@NullMarked
package io.mashrabiya.proof.prove;

import org.jspecify.annotations.NullMarked;
