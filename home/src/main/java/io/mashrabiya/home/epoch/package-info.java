/// The periods of the content keys. Pure: numbers and times go in and come out.
@NullMarked
package io.mashrabiya.home.epoch;

import org.jspecify.annotations.NullMarked;
