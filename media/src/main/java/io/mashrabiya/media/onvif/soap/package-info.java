/// SOAP 1.2 over HTTP, as ONVIF uses it (ONVIF Core Specification, sections 4 and 5): one request,
/// one answer or a failure in words.
@NullMarked
package io.mashrabiya.media.onvif.soap;

import org.jspecify.annotations.NullMarked;
