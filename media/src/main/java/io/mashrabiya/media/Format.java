package io.mashrabiya.media;

import io.mashrabiya.words.Sentence;

/// How the payload of a [Frame] is encoded.
public sealed interface Format permits PictureFormat, SoundFormat {
  /// What people and cameras' own settings call it.
  Sentence words();
}
