package io.mashrabiya.app.terminal;

import io.mashrabiya.words.Spoken;
import io.mashrabiya.words.Tongue;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/// Speaks to the person at the terminal: what is [Spoken] in their language, everything else as it
/// stands.
public final class Voice extends PrintWriter {
  private final Tongue tongue;

  public Voice(Writer out, Tongue tongue) {
    super(out, true);
    this.tongue = tongue;
  }

  /// What would be said there, for what has to be written in another way.
  public static String words(Spoken said, PrintWriter there) {
    return there instanceof Voice voice ? said.in(voice.tongue) : said.in(Tongue.ENGLISH);
  }

  @Override
  public void println(@Nullable Object said) {
    super.println(text(said));
  }

  @Override
  public void print(@Nullable Object said) {
    super.print(text(said));
  }

  private String text(@Nullable Object said) {
    return said instanceof Spoken spoken ? spoken.in(tongue) : String.valueOf(said);
  }
}
