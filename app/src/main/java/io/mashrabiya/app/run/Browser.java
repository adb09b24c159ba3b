package io.mashrabiya.app.run;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Opens a link in the person's browser, where there is one to open. The link holds an invite's
/// secret, so it goes to the opener alone.
public final class Browser {
  private Browser() {}

  /// Whether something that opens links was started. It is not waited for.
  public static boolean open(String link) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("linux")
        && System.getenv("DISPLAY") == null
        && System.getenv("WAYLAND_DISPLAY") == null) {
      return false;
    }
    List<String> command =
        system.startsWith("windows")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", link)
            : system.startsWith("mac") ? List.of("open", link) : List.of("xdg-open", link);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
