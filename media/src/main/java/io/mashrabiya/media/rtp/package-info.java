/// The Real-time Transport Protocol (RFC 3550) and what travels in it, both ways: H.264 (RFC 6184),
/// H.265 (RFC 7798), JPEG (RFC 2435), AAC (RFC 3640, 6416), G.711 (RFC 3551) and Opus (RFC 7587).
///
/// Reading is one of the few hot paths of the service, so packets are views over the buffer that
/// the network filled, and nothing is allocated for a packet: only for a whole frame.
package io.mashrabiya.media.rtp;
