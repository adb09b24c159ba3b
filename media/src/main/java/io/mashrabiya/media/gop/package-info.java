/// The newest group of pictures of a track: what somebody who begins to look needs first.
package io.mashrabiya.media.gop;
