/// Ed25519 (RFC 8032): private keys that sign, public keys decoded once.
package io.mashrabiya.vault.sign;
