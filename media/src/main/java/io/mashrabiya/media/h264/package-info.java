/// The H.264 bit stream as far as carrying it needs: NAL units, parameter sets (ITU-T H.264).
package io.mashrabiya.media.h264;
