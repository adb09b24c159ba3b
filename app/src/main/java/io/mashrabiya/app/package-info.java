/// The one command: wires the rooms together and nothing else.
@NullMarked
package io.mashrabiya.app;

import org.jspecify.annotations.NullMarked;
