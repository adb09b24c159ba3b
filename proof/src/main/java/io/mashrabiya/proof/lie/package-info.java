/// The lies of the middle, one class each: which incident or attack it stands for, and what it does
/// (docs/design/lies.md).
@NullMarked
package io.mashrabiya.proof.lie;

import org.jspecify.annotations.NullMarked;
