/// The operator's way in: a Unix socket in the relay's folder, which nobody else can open. There is
/// no port for it.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.console;
