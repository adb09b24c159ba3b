/// The messages of RTSP 1.0 (RFC 2326) and the stream that carries them, interleaved with media
/// (section 10.12).
package io.mashrabiya.media.rtsp.message;
