/// The Session Description Protocol (RFC 8866, and RFC 4566 before it), as RTSP uses it.
package io.mashrabiya.media.sdp;
