/// Sealed live: each camera's frames are sealed once, at their arrival, kept as the newest group of
/// pictures, and sent while somebody looks.
@NullMarked
package io.mashrabiya.home.live;

import org.jspecify.annotations.NullMarked;
