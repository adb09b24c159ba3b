/// What programs of the same machine and the same user may ask a home: a socket in the data folder,
/// which nobody else can open. Nothing leaves the house by it.
@NullMarked
package io.mashrabiya.home.door;

import org.jspecify.annotations.NullMarked;
