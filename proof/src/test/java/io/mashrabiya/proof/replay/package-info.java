/// What devices heard in histories is played to the viewer's classes, which have to make the same
/// of it; without any one of their checks they do not.
@NullMarked
package io.mashrabiya.proof.replay;

import org.jspecify.annotations.NullMarked;
