/// The ONVIF device service (ver10): what the camera is, what time it thinks it is, and where its
/// other services are.
@NullMarked
package io.mashrabiya.media.onvif.device;

import org.jspecify.annotations.NullMarked;
