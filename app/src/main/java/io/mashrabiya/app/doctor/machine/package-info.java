/// The machine: its Java, its memory, its decoder.
@NullMarked
package io.mashrabiya.app.doctor.machine;

import org.jspecify.annotations.NullMarked;
