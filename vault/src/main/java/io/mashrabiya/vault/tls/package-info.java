/// Certificates for a relay in a household's own network, and the authority that vouches for them.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.vault.tls;
