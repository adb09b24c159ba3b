package io.mashrabiya.proof.differ;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// One of the vector files, from which all inputs descend.
record VectorFile(JsonObject all) {
  private static final Path FOLDER = Path.of("..", "wire", "src", "test", "resources", "vectors");

  static VectorFile of(String name) {
    try {
      String text = Files.readString(FOLDER.resolve(name + ".json"));
      return new VectorFile(JsonParser.parseString(text).getAsJsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String member) {
    return all.get(member).getAsString();
  }

  /// The texts of a list, or of a member of its objects.
  List<String> texts(String list, String member) {
    List<String> texts = new ArrayList<>();
    for (JsonElement each : array(list)) {
      texts.add(
          each.isJsonObject()
              ? each.getAsJsonObject().get(member).getAsString()
              : each.getAsString());
    }
    return texts;
  }

  /// The same as UTF-8.
  List<byte[]> utf8(String list, String member) {
    return texts(list, member).stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  List<byte[]> hex(String list, String member) {
    return texts(list, member).stream().map(HexFormat.of()::parseHex).toList();
  }

  JsonArray array(String list) {
    return all.getAsJsonArray(list);
  }
}
