/// An RTSP 1.0 client for cameras: from an address to frames, over one TCP connection (RFC 2326).
package io.mashrabiya.media.rtsp.client;
