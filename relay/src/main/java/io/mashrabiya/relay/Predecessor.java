package io.mashrabiya.relay;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.relay.console.ConsoleClient;
import io.mashrabiya.relay.folder.RelayFolder;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.words.ToldException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The relay that runs from a folder, and is to be replaced. All of it is asked at its own socket,
/// so that it is reached while its successor has the folder. Blocks.
///
/// @param port on which it listens
/// @param homes linked to it
record Predecessor(ConsoleClient console, int port, long homes) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The one that runs there, if one does.
  static Optional<Predecessor> in(Path folder) throws IOException {
    try {
      Path socket = folder.resolve(RelayFolder.SOCKET).toRealPath();
      var console = new ConsoleClient(socket, PATIENCE);
      var status = Fields.parse("relay-status", console.get("/status"));
      return Optional.of(
          new Predecessor(console, (int) status.whole("port"), status.whole("homes")));
    } catch (NoSuchFileException | ConnectException e) {
      return Optional.empty(); // none ever ran, or it was killed
    } catch (Malformed e) {
      throw new ToldException(
          say("the relay that runs there is of another version: stop it first"), e);
    }
  }

  /// It listens no more, and has given the folder up; its links go on.
  void handOver() throws IOException {
    console.post("/hand-over");
  }

  /// Its successor could not take over.
  void takeBack() throws IOException {
    console.post("/take-back");
  }

  void moveHomes() throws IOException {
    console.post("/move-homes");
  }

  /// It ends when they are gone.
  void moveDevices() throws IOException {
    console.post("/move-devices");
  }

  /// Whether its file is still there; it goes with its process.
  boolean isThere() {
    return Files.exists(console.socket());
  }
}
