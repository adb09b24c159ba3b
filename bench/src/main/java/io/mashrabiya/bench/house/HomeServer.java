package io.mashrabiya.bench.house;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.Home;
import io.mashrabiya.home.HomeOptions;
import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.media.rtsp.RtspUrl;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.link.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A process that is a home as the command runs it, until its input ends. When it hears `invite` it
/// says `invite LINK`, with a fresh one; after `pictures`, how many it has taken from its cameras;
/// after `stand`, how it stands ([Standing]).
///
/// Its arguments are the data folder, the relay's origin and the URL of each camera.
final class HomeServer {
  /// Kept, because the log manager holds its loggers weakly.
  private static final Logger HOUSE = Logger.getLogger("io.mashrabiya");

  private HomeServer() {}

  public static void main(String[] arguments) throws Exception {
    HOUSE.setLevel(Level.WARNING); // as the command does
    var relay = new Origin(arguments[1]);
    List<CameraSettings> cameras = new ArrayList<>();
    for (String url : List.of(arguments).subList(2, arguments.length)) {
      cameras.add(camera("Camera " + (cameras.size() + 1), url));
    }
    var options = new HomeOptions(Path.of(arguments[0]), relay, "Bench", cameras, Optional.empty());
    try (Home home = Home.open(options)) {
      home.start();
      var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        System.out.println(line + " " + answer(line, home, relay));
      }
    }
  }

  private static String answer(String line, Home home, Origin relay) throws IOException {
    return switch (line) {
      case "invite" ->
          home.invite(InviteTerms.ONE_DEVICE).url(relay.text() + "/", InsecureSecretAccess.token());
      case "pictures" -> Long.toString(home.pictures());
      case "stand" -> Standing.ofThisProcess().line();
      default -> throw new IllegalArgumentException(line);
    };
  }

  private static CameraSettings camera(String name, String url) {
    if (RtspUrl.read(url) instanceof RtspUrl.Reading.Understood(var address, var credentials)) {
      return new CameraSettings(name, address, credentials);
    }
    throw new IllegalArgumentException("no camera: " + url);
  }
}
