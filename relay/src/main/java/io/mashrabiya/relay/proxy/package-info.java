/// Servers in front of a relay: which are believed, and what.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.proxy;
