/// What H.264 and H.265 have in common: NAL units in the byte stream format of annex B, bits behind
/// emulation prevention, parameter sets by their ids.
package io.mashrabiya.media.nal;
