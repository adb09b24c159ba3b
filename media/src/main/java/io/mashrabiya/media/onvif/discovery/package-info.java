/// WS-Discovery (April 2005, as the ONVIF Core Specification, section 7, uses it): finding cameras
/// on the network.
@NullMarked
package io.mashrabiya.media.onvif.discovery;

import org.jspecify.annotations.NullMarked;
