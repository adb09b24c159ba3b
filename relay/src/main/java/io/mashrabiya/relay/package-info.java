/// The service in the middle. It can open nothing: it may not even name a key.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay;
