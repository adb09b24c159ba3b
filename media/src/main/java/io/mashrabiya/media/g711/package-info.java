/// G.711 (ITU-T), as telephones and most cameras have it.
@NullMarked
package io.mashrabiya.media.g711;

import org.jspecify.annotations.NullMarked;
