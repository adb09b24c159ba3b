/// A line of real packets: two TUN devices, one of them in a network namespace of its own, and
/// between them the decisions of [io.mashrabiya.network.shape]. For Linux, as root.
@NullMarked
package io.mashrabiya.testkit.line;

import org.jspecify.annotations.NullMarked;
