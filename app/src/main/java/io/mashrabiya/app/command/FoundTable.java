package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.terminal.Layout;
import io.mashrabiya.media.address.ShownUrl;
import io.mashrabiya.media.onvif.OnvifCamera;
import io.mashrabiya.media.onvif.OnvifStream;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.media.source.CameraUrl;
import io.mashrabiya.wire.codec.Words;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Cameras that were found, as a table for a person; below each the way to add it.
final class FoundTable {
  private static final int NAME_CHARACTERS = 28;
  private static final List<Integer> WIDTHS = List.of(NAME_CHARACTERS, NAME_CHARACTERS);

  private FoundTable() {}

  static void print(List<FoundCamera> cameras, Optional<String> user, PrintWriter out) {
    out.println(Layout.row(WIDTHS, say("NAME"), say("MODEL"), say("ADDRESS")));
    for (FoundCamera camera : cameras) {
      out.println(
          Layout.row(
              WIDTHS, cut(camera.name()), cut(camera.model()), camera.camera().address().host()));
      switch (camera.told()) {
        case Answer.Given<OnvifCamera>(OnvifCamera told) ->
            streams(camera, told, camera.withCredentials() ? user : Optional.empty(), out);
        case Answer.Failed<OnvifCamera>(OnvifFailure.CredentialsNeeded why) -> {
          out.println(Layout.indented(why.words().then("To see its streams:")));
          out.println("    ./mashrabiya discover --user NAME");
        }
        case Answer.Failed<OnvifCamera>(OnvifFailure why) ->
            out.println(Layout.indented(why.words()));
      }
    }
  }

  private static void streams(
      FoundCamera camera, OnvifCamera told, Optional<String> user, PrintWriter out) {
    for (OnvifStream stream : told.streams()) {
      out.println(
          String.format(
              Locale.ROOT,
              "  %s %dx%d  %s",
              stream.profile().codec(),
              stream.profile().width(),
              stream.profile().height(),
              ShownUrl.of(stream.address().url())));
    }
    told.main()
        .ifPresentOrElse(
            main -> {
              out.println(Layout.indented(say("add it with:")));
              out.println("    ./mashrabiya camera add " + arguments(camera, main, user));
            },
            () ->
                out.println(
                    Layout.indented(
                        say("It names no H.264 or H.265 stream. Switch one on in its settings."))));
  }

  /// Two words for a shell, whatever the camera wrote into its name and its address. Where it can
  /// be asked again at each connect, that is written down, and not what it says now.
  private static String arguments(FoundCamera camera, OnvifStream main, Optional<String> user) {
    String name = isTypable(camera.name()) ? camera.name() : "Camera";
    ServiceAddress service = camera.camera().address();
    String plain =
        service.reached().getScheme().equals("http")
            ? new CameraAddress.Onvif(service).toString()
            : main.address().url();
    return quoted(name) + " " + quoted(user.map(known -> url(plain, known)).orElse(plain));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /// Whether `camera add` takes it for the name of a camera.
  private static boolean isTypable(String name) {
    return Words.fit(name) && !name.startsWith("-") && !CameraUrl.mayBeOne(name);
  }

  /// With the user's name; the password is asked for by who uses it.
  private static String url(String plain, String user) {
    String name = URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
    return plain.replaceFirst("//", "//" + name + "@");
  }

  private static String cut(String text) {
    return text.length() <= NAME_CHARACTERS ? text : text.substring(0, NAME_CHARACTERS - 1) + "~";
  }
}
