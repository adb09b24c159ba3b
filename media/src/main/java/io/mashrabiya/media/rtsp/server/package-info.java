/// An RTSP 1.0 server for frames that somebody here makes: the virtual camera, and tests (RFC
/// 2326).
package io.mashrabiya.media.rtsp.server;
