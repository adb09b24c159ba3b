/// What a line carries, learned from what crossed it.
@NullMarked
package io.mashrabiya.network.measure;

import org.jspecify.annotations.NullMarked;
