/// What only a person at a terminal is shown.
@NullMarked
package io.mashrabiya.app.terminal;

import org.jspecify.annotations.NullMarked;
