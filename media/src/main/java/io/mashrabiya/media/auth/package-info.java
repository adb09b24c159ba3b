/// Who may see a stream: Basic (RFC 7617) and Digest (RFC 7616, and RFC 2069 for old cameras), both
/// sides.
package io.mashrabiya.media.auth;
