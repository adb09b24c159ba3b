/// JPEG as far as carrying it needs: the segments of a baseline file (ITU-T T.81), read and
/// written.
package io.mashrabiya.media.jpeg;
