package io.mashrabiya.wire.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the canonical form. It understands a little more than that form and then compares: what
/// the writer would not have written is refused. Work and memory are linear in the input, nesting
/// is bounded.
final class JsonParser {
  private static final int MAX_DEPTH = 8;

  private final String production;
  private final byte[] bytes;
  private final String text;
  private int position;

  JsonParser(String production, byte[] bytes) throws Malformed {
    this.production = production;
    this.bytes = bytes;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed(production, 0);
    }
  }

  Json document() throws Malformed {
    Json value = value(0);
    int difference = Arrays.mismatch(value.bytes(), bytes);
    if (difference >= 0) {
      throw new Malformed(production, difference);
    }
    return value;
  }

  private Json value(int depth) throws Malformed {
    if (depth > MAX_DEPTH) {
      throw malformed();
    }
    return switch (peek()) {
      case '{' -> members(depth);
      case '[' -> items(depth);
      case '"' -> new Json.Text(string());
      case 't' -> literal("true", new Json.Flag(true));
      case 'f' -> literal("false", new Json.Flag(false));
      default -> whole();
    };
  }

  private Json members(int depth) throws Malformed {
    SortedMap<String, Json> members = new TreeMap<>();
    expect('{');
    if (peek() != '}') {
      do {
        String name = string();
        expect(':');
        if (members.put(name, value(depth + 1)) != null) {
          throw malformed();
        }
      } while (another());
    }
    expect('}');
    return new Json.Members(members);
  }

  private Json items(int depth) throws Malformed {
    List<Json> items = new ArrayList<>();
    expect('[');
    if (peek() != ']') {
      do {
        items.add(value(depth + 1));
      } while (another());
    }
    expect(']');
    return new Json.Items(items);
  }

  private boolean another() throws Malformed {
    if (peek() != ',') {
      return false;
    }
    position++;
    return true;
  }

  private Json whole() throws Malformed {
    long value = 0;
    int start = position;
    while (position < text.length()
        && text.charAt(position) >= '0'
        && text.charAt(position) <= '9') {
      value = value * 10 + text.charAt(position++) - '0';
      if (value > Json.MAX_WHOLE) {
        throw malformed();
      }
    }
    if (position == start) {
      throw malformed();
    }
    return new Json.Whole(value);
  }

  private Json literal(String word, Json value) throws Malformed {
    if (!text.startsWith(word, position)) {
      throw malformed();
    }
    position += word.length();
    return value;
  }

  private String string() throws Malformed {
    expect('"');
    var value = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(position++);
      value.append(c == '\\' ? escaped() : c);
    }
    position++;
    return value.toString();
  }

  /// The escapes of the canonical form; `\\u` there is only for control characters.
  private char escaped() throws Malformed {
    char c = peek();
    position++;
    return switch (c) {
      case '"', '\\' -> c;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> control();
      default -> throw malformed();
    };
  }

  private char control() throws Malformed {
    if (!text.startsWith("00", position) || text.length() < position + 4) {
      throw malformed();
    }
    int high = Character.digit(text.charAt(position + 2), 16);
    int low = Character.digit(text.charAt(position + 3), 16);
    if (high < 0 || high > 1 || low < 0) {
      throw malformed();
    }
    position += 4;
    return (char) ((high << 4) | low);
  }

  private char peek() throws Malformed {
    if (position >= text.length()) {
      throw malformed();
    }
    return text.charAt(position);
  }

  private void expect(char c) throws Malformed {
    if (peek() != c) {
      throw malformed();
    }
    position++;
  }

  private Malformed malformed() {
    return new Malformed(production, position);
  }
}
