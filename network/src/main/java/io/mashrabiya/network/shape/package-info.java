/// What a line does to packets, decided and not done: when each arrives, or that it is lost. Pure,
/// and the same for the same seed; [io.mashrabiya.network.proxy] does it to bytes of TCP, the
/// testkit to packets of IP.
@NullMarked
package io.mashrabiya.network.shape;

import org.jspecify.annotations.NullMarked;
