/// The household's own process: its cameras, its authority, its links.
///
/// [io.mashrabiya.home.Home] puts it together, in reading order.
@NullMarked
package io.mashrabiya.home;

import org.jspecify.annotations.NullMarked;
