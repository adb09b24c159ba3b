package io.mashrabiya.bench.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.mashrabiya.bench.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// What one bench found, as text for people and as JSON with the same content.
///
/// @param bench its name
/// @param facts the machine and the versions of whatever took part
/// @param figures in the order in which they are shown
public record Report(String bench, Map<String, String> facts, List<Figure> figures) {
  private static final List<String> HEAD = List.of("name", "value", "unit", "reference", "ratio");

  /// A further column where figures have targets.
  private static final String MET = "met";

  /// The report of what was found on this machine.
  public static Report of(String bench, Findings findings) {
    Map<String, String> facts = new LinkedHashMap<>(Machine.facts());
    facts.putAll(findings.facts());
    return new Report(bench, facts, findings.figures());
  }

  /// Lines that begin with `#` say where, then a head and a line for each figure, in columns; the
  /// last of these says whether targets are met, where there are any.
  public String text() {
    boolean judged = figures.stream().anyMatch(figure -> figure.isMet().isPresent());
    List<List<String>> rows = new ArrayList<>();
    rows.add(judged ? with(HEAD, MET) : HEAD);
    figures.forEach(figure -> rows.add(judged ? with(row(figure), met(figure)) : row(figure)));
    StringBuilder text = new StringBuilder("# bench " + bench + "\n");
    facts.forEach((name, value) -> text.append("# ").append(name + ": " + value).append('\n'));
    rows.forEach(row -> text.append(aligned(row, rows)).append('\n'));
    return text.toString();
  }

  private static List<String> with(List<String> row, String last) {
    List<String> longer = new ArrayList<>(row);
    longer.add(last);
    return longer;
  }

  private static String met(Figure figure) {
    return figure.isMet().map(met -> met ? "yes" : "NO").orElse("-");
  }

  /// One object, indented.
  public String json() {
    JsonObject named = new JsonObject();
    facts.forEach(named::addProperty);
    JsonArray lines = new JsonArray();
    figures.forEach(figure -> lines.add(object(figure)));
    JsonObject whole = new JsonObject();
    whole.addProperty("bench", bench);
    whole.add("machine", named);
    whole.add("figures", lines);
    return new GsonBuilder().setPrettyPrinting().create().toJson(whole) + "\n";
  }

  /// Writes the JSON as `<bench>.json` into a folder, which it makes.
  public Path save(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(bench + ".json"), json());
  }

  private static JsonObject object(Figure figure) {
    JsonObject object = new JsonObject();
    object.addProperty("name", figure.name());
    object.addProperty("value", figure.value());
    object.addProperty("unit", figure.unit());
    figure.reference().ifPresent(reference -> object.addProperty("reference", reference));
    figure.ratio().ifPresent(ratio -> object.addProperty("ratio", ratio));
    figure.isMet().ifPresent(met -> object.addProperty("met", met));
    return object;
  }

  private static List<String> row(Figure figure) {
    return List.of(
        figure.name(),
        number(OptionalDouble.of(figure.value())),
        figure.unit(),
        number(figure.reference()),
        number(figure.ratio()));
  }

  /// Three digits that count, or all before the point.
  private static String number(OptionalDouble number) {
    if (number.isEmpty()) {
      return "-";
    }
    double magnitude = Math.abs(number.getAsDouble());
    String format = magnitude >= 100 ? "%.0f" : magnitude >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, number.getAsDouble());
  }

  private static String aligned(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int at = column;
      int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
      boolean text = Set.of("name", "unit", MET).contains(rows.getFirst().get(at));
      line.append(column == 0 ? "" : "  ");
      line.append(String.format("%" + (text ? "-" : "") + width + "s", row.get(at)));
    }
    return line.toString().stripTrailing();
  }
}
