/// What AAC says of itself outside its frames (ISO/IEC 14496-3).
@NullMarked
package io.mashrabiya.media.aac;

import org.jspecify.annotations.NullMarked;
