/// A camera: whether it is reached, lets us in, and sends what viewers can show.
@NullMarked
package io.mashrabiya.app.doctor.camera;

import org.jspecify.annotations.NullMarked;
