/// Bytes that must not be seen, and the token that shows where they are.
package io.mashrabiya.vault.secret;
