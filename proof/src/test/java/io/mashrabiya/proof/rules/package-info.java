/// The rules that this repository keeps about itself: which room may know which, what a pure
/// decision may touch, where keys may be handled, and what every file must be. Each rule is a test,
/// and each is shown to fail on something planted.
@NullMarked
package io.mashrabiya.proof.rules;

import org.jspecify.annotations.NullMarked;
