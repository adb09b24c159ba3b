/// TLS of the relay's own: a certificate and key from files, taken anew when they change.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.tls;
