/// The H.265 bit stream as far as carrying it needs: NAL units, parameter sets (ITU-T H.265).
package io.mashrabiya.media.h265;
