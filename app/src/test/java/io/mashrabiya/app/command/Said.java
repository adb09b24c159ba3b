package io.mashrabiya.app.command;

import io.mashrabiya.app.Mashrabiya;
import io.mashrabiya.app.language.Language;
import java.io.StringWriter;

/// What the command said and how it ended, run within the test's own process: for what ends by
/// itself.
record Said(int code, String out, String err) {
  static Said by(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Mashrabiya.execute(out, err, Language.of(arguments, unset -> null), arguments);
    return new Said(code, out.toString(), err.toString());
  }

  String all() {
    return out + err;
  }
}
