/// Invites made at the home's own machine: what is asked for in a person's words.
@NullMarked
package io.mashrabiya.app.command.invite;

import org.jspecify.annotations.NullMarked;
