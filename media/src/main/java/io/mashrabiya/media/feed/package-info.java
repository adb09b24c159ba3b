/// Pictures that come at their own pace from this machine instead of over a network: what a virtual
/// camera shows, and a video file that stands in for a camera.
@NullMarked
package io.mashrabiya.media.feed;

import org.jspecify.annotations.NullMarked;
