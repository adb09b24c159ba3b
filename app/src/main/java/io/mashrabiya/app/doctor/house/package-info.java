/// The configuration, and the ports and the relay that it names.
@NullMarked
package io.mashrabiya.app.doctor.house;

import org.jspecify.annotations.NullMarked;
