/// ONVIF cameras: what one is and what it offers, found out through the services in the packages
/// below.
///
/// Every message is asked for and read by hand, over one small reader of XML; why is in
/// docs/design/onvif.md, what is spoken in docs/ref/onvif.md.
@NullMarked
package io.mashrabiya.media.onvif;

import org.jspecify.annotations.NullMarked;
