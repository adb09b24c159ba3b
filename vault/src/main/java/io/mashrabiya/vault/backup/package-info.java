/// Backups that only the recovery kit opens (docs/ref/keys.md).
package io.mashrabiya.vault.backup;
