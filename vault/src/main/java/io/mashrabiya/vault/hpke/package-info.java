/// HPKE (RFC 9180) in our one suite, and the X25519 keys that open it.
package io.mashrabiya.vault.hpke;
