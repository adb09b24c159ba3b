/// The home's clock.
@NullMarked
package io.mashrabiya.home.clock;

import org.jspecify.annotations.NullMarked;
