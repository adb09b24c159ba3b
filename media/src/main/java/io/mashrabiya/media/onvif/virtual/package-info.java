/// A camera in software that speaks ONVIF: what our client, and clients of others, are tested
/// against.
@NullMarked
package io.mashrabiya.media.onvif.virtual;

import org.jspecify.annotations.NullMarked;
