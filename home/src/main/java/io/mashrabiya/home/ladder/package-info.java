/// Who is sent how much: for each who looks one of the camera's tracks, by what its line and the
/// home's own carry, and by how large it is shown.
@NullMarked
package io.mashrabiya.home.ladder;

import org.jspecify.annotations.NullMarked;
