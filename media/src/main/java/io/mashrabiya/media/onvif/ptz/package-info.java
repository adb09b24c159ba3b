/// ONVIF PTZ (ver20): turning a camera and going to its presets.
@NullMarked
package io.mashrabiya.media.onvif.ptz;

import org.jspecify.annotations.NullMarked;
