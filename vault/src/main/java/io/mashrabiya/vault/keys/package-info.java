/// The keys of root, home and device, and the two files in which they lie (docs/ref/keys.md).
package io.mashrabiya.vault.keys;
