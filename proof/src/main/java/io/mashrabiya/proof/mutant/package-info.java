/// Takes one check out of the classes that ship, and looks whether the histories find out
/// (docs/design/lies.md).
@NullMarked
package io.mashrabiya.proof.mutant;

import org.jspecify.annotations.NullMarked;
