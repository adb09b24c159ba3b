/// What an operator asks and tells a relay that runs on this machine.
@NullMarked
package io.mashrabiya.app.command.relay;

import org.jspecify.annotations.NullMarked;
