/// The commands that change which cameras there are.
@NullMarked
package io.mashrabiya.app.command.camera;

import org.jspecify.annotations.NullMarked;
