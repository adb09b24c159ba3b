/// The edges: WebSockets on the one event loop, around the pure machines.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.link;
