/// What every client of a camera needs of its connections: deadlines for the whole of a read or
/// write, an end from another thread, and to know whose certificate it is. It knows no protocol.
@NullMarked
package io.mashrabiya.media.socket;

import org.jspecify.annotations.NullMarked;
