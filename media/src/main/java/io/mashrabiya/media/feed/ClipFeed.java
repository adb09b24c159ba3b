package io.mashrabiya.media.feed;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.Track;
import io.mashrabiya.media.ffmpeg.ClipPicture;
import io.mashrabiya.media.ffmpeg.ClipReader;
import io.mashrabiya.words.ToldException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Plays a video file again and again, its times running on from one round to the next.
public final class ClipFeed implements Feed {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Path file;
  private ClipReader reader;
  private Duration roundStart = Duration.ZERO;
  private ClipPicture next;

  private ClipFeed(Path file, ClipReader reader, ClipPicture first) {
    this.file = file;
    this.reader = reader;
    this.next = first;
  }

  /// Opens a file at its first key frame.
  ///
  /// @throws io.mashrabiya.words.ToldException that says, for people and without a full stop, why
  ///   the file cannot be played
  public static ClipFeed open(Path file) throws IOException {
    ClipReader reader = ClipReader.open(file);
    try {
      return new ClipFeed(file, reader, firstKey(file, reader));
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  @Override
  public Duration due() {
    return roundStart.plus(next.at());
  }

  /// A clip's pictures lean on one another, so that leaving out costs all up to the next key frame.
  @Override
  public Duration patience() {
    return PATIENCE;
  }

  @Override
  public Frame take(long startMicros) throws IOException {
    long dueMicros = startMicros + due().toNanos() / 1_000;
    Frame frame = new Frame(Track.MAIN, dueMicros, next.key(), next.accessUnit());
    advance();
    return frame;
  }

  @Override
  public long skipTo(Duration elapsed) throws IOException {
    long skipped = 0;
    while (due().compareTo(elapsed) < 0 || !next.key()) {
      advance();
      skipped++;
    }
    return skipped;
  }

  @Override
  public void close() {
    reader.close();
  }

  private void advance() throws IOException {
    Optional<ClipPicture> following = reader.next();
    if (following.isPresent()) {
      next = following.get();
      return;
    }
    roundStart = roundStart.plus(reader.played());
    reader.close();
    reader = ClipReader.open(file);
    next = firstKey(file, reader);
  }

  private static ClipPicture firstKey(Path file, ClipReader reader) throws IOException {
    for (var read = reader.next(); read.isPresent(); read = reader.next()) {
      if (read.get().key()) {
        return read.get();
      }
    }
    throw new ToldException(say("{0} has no key frame in it", file));
  }
}
