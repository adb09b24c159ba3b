package io.mashrabiya.home.live;

import io.mashrabiya.media.PictureFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a viewer says that it can decode.
///
/// @param formats of pictures
record Decoders(Set<PictureFormat> formats) {
  Decoders {
    formats = Set.copyOf(formats);
  }

  /// @param codecs as RFC 6381 names them; what is unknown here says nothing
  static Decoders of(List<String> codecs) {
    Set<PictureFormat> formats = EnumSet.noneOf(PictureFormat.class);
    for (String codec : codecs) {
      if (codec.startsWith("avc1.") || codec.startsWith("avc3.")) {
        formats.add(PictureFormat.H264);
      } else if (codec.startsWith("hev1.") || codec.startsWith("hvc1.")) {
        formats.add(PictureFormat.H265);
      } else if (codec.equals("jpeg")) {
        formats.add(PictureFormat.JPEG);
      }
    }
    return new Decoders(formats);
  }

  boolean read(PictureFormat format) {
    return formats.contains(format);
  }
}
