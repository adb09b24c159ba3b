/// That all that a person may read is there in every language.
@NullMarked
package io.mashrabiya.proof.language;

import org.jspecify.annotations.NullMarked;
