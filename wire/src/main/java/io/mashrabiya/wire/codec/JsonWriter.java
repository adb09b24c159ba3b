package io.mashrabiya.wire.codec;

/// Writes the canonical form (RFC 8785 section 3.2).
final class JsonWriter {
  private JsonWriter() {}

  static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Text(String text) -> quote(text, out);
      case Json.Whole(long number) -> out.append(number);
      case Json.Flag(boolean flag) -> out.append(flag);
      case Json.Items(var items) -> {
        char separator = '[';
        for (Json item : items) {
          out.append(separator);
          write(item, out);
          separator = ',';
        }
        out.append(items.isEmpty() ? "[]" : "]");
      }
      case Json.Members(var members) -> {
        char separator = '{';
        for (var member : members.entrySet()) {
          out.append(separator);
          quote(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          separator = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
      }
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int plain = 0; // what needs no escaping goes out in one piece
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\') {
        continue;
      }
      out.append(text, plain, i);
      plain = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default ->
            out.append("\\u00")
                .append(Character.forDigit(c >> 4, 16))
                .append(Character.forDigit(c & 15, 16));
      }
    }
    out.append(plain == 0 ? text : text.substring(plain)).append('"');
  }
}
