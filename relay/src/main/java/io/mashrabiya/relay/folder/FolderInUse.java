package io.mashrabiya.relay.folder;

import java.io.IOException;
import java.nio.file.Path;

/// Another relay runs from the folder.
public final class FolderInUse extends IOException {
  private static final long serialVersionUID = 1;

  FolderInUse(Path folder) {
    super("a relay runs from " + folder + " already");
  }
}
