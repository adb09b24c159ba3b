package io.mashrabiya.proof.apart;

import io.mashrabiya.proof.middle.Middleman;
import io.mashrabiya.proof.middle.Mischief;
import io.mashrabiya.proof.middle.Passage;
import io.mashrabiya.proof.world.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Serves the viewer with a worker that takes any picture which any key in the browser opens, in
/// place of the shipped one (`viewer/src/test/ts/careless/house/worker.ts`). It is bundled with the
/// tests only.
///
/// @param beside what becomes of messages meanwhile
public record CarelessViewer(Mischief beside) implements Mischief {
  private static final String BUNDLE = "/viewer-tests/careless/house/worker.js";

  @Override
  public void stands(Middleman where) {
    beside.stands(where);
  }

  @Override
  public void toRelay(Passage passage, Message message) {
    beside.toRelay(passage, message);
  }

  @Override
  public void fromRelay(Passage passage, Message message) {
    beside.fromRelay(passage, message);
  }

  @Override
  public void ended(Passage passage) {
    beside.ended(passage);
  }

  @Override
  public byte[] file(String path, byte[] honest) {
    return path.equals("/house/worker.js") ? bundle() : honest;
  }

  private static byte[] bundle() {
    try (InputStream in = CarelessViewer.class.getResourceAsStream(BUNDLE)) {
      if (in == null) {
        throw new IllegalStateException(BUNDLE + " was not built");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
