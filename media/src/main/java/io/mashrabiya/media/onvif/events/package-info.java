/// The ONVIF event service: a pull point (Core Specification, section 9.2), and what its messages
/// mean for a home.
@NullMarked
package io.mashrabiya.media.onvif.events;

import org.jspecify.annotations.NullMarked;
