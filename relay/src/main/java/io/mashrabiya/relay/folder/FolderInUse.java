package io.mashrabiya.relay.folder;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.words.ToldException;
import java.nio.file.Path;

/// Another relay runs from the folder.
public final class FolderInUse extends ToldException {
  private static final long serialVersionUID = 1;

  FolderInUse(Path folder) {
    super(say("a relay runs from {0} already", folder));
  }
}
