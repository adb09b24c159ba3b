/// The commands by which a household outlives its machine: backup and restore.
@NullMarked
package io.mashrabiya.app.command.recovery;

import org.jspecify.annotations.NullMarked;
