/// The home's data folder and the disk below it.
@NullMarked
package io.mashrabiya.app.doctor.folder;

import org.jspecify.annotations.NullMarked;
