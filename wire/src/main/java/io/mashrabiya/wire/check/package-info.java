/// What marks a check of ours, so that it can be shown to be needed.
@NullMarked
package io.mashrabiya.wire.check;

import org.jspecify.annotations.NullMarked;
