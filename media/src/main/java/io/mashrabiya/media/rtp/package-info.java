/// The Real-time Transport Protocol (RFC 3550) and H.264 in it (RFC 6184), both ways.
///
/// Reading is one of the few hot paths of the service, so packets are views over the buffer that
/// the network filled, and nothing is allocated for a packet: only for a whole frame.
package io.mashrabiya.media.rtp;
