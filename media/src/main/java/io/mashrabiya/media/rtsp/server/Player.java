package io.mashrabiya.media.rtsp.server;

import io.mashrabiya.media.Frame;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Sends one mount's frames to one client: the loop of a virtual thread of its own. Waits for the
/// client's network, behind a bounded queue.
final class Player implements Runnable {
  private final FrameQueue queue;
  private final ClientOutput output;
  private final Map<Integer, TrackSender> senders;
  private final ClientOutput.Batch batch = new ClientOutput.Batch();

  /// @param senders of the tracks that the client set up, by their numbers
  Player(FrameQueue queue, ClientOutput output, Map<Integer, TrackSender> senders) {
    this.queue = queue;
    this.output = output;
    this.senders = Map.copyOf(senders);
  }

  @Override
  public void run() {
    try {
      Optional<Frame> frame = queue.take();
      while (frame.isPresent()) {
        send(frame.get());
        frame = queue.take();
      }
    } catch (IOException e) {
      queue.close(); // the client is gone; its reading thread notices too
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Frame frame) throws IOException {
    TrackSender sender = senders.get(frame.track().number());
    if (sender != null) {
      sender.send(frame, batch);
      output.batch(batch);
    }
  }
}
