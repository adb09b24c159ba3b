/// Stills: the newest picture of each camera, for when there is no live one.
@NullMarked
package io.mashrabiya.home.still;

import org.jspecify.annotations.NullMarked;
