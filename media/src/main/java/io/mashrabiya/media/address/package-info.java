/// What a person says of where a camera is, whatever it speaks: the parts of a URL, who asks, and
/// whose certificate is to be shown.
package io.mashrabiya.media.address;
