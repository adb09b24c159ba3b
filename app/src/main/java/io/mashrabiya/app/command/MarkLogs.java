package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.media.scene.MarkLog;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Opens the log of drawn pictures, and says in words why it does not open.
final class MarkLogs {
  private MarkLogs() {}

  /// Null without a file.
  static @Nullable MarkLog into(@Nullable Path file) throws Complaint {
    try {
      return file == null ? null : MarkLog.into(file);
    } catch (IOException e) {
      throw new Complaint(
          Exit.FAILED,
          say("--mark-log cannot be written: name a file in a folder that is there and yours."),
          e);
    }
  }
}
