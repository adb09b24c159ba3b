/// The viewer's bundle over HTTP, as it was built, with the headers that fence it in.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.site;
