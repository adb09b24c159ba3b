/// XML as far as SOAP needs it: an immutable tree, read from hostile bytes within bounds, and
/// written with escaping.
@NullMarked
package io.mashrabiya.media.onvif.xml;

import org.jspecify.annotations.NullMarked;
