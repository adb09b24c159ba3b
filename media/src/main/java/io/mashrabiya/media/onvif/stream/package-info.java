/// ONVIF Media (ver10) and Media2 (ver20): profiles, and where their streams and snapshots are.
@NullMarked
package io.mashrabiya.media.onvif.stream;

import org.jspecify.annotations.NullMarked;
