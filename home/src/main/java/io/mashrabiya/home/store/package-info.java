/// What a home keeps on its disk: its data folder, owned by one process at a time.
@NullMarked
package io.mashrabiya.home.store;

import org.jspecify.annotations.NullMarked;
