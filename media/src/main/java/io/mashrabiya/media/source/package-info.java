/// A camera as its owner names it, whatever it speaks: its address, the reading of its URL, and who
/// plays it.
@NullMarked
package io.mashrabiya.media.source;

import org.jspecify.annotations.NullMarked;
