/// The cameras, each on its own: trouble with one stays its own.
@NullMarked
package io.mashrabiya.home.camera;

import org.jspecify.annotations.NullMarked;
