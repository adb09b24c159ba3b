/// RTSP 1.0 (RFC 2326): where a camera is, and below that the messages, the client and the server.
package io.mashrabiya.media.rtsp;
