package io.mashrabiya.relay.peer;

import io.mashrabiya.relay.console.ConsoleClient;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// An operator at the console of the relay that runs from a folder.
public record Ordering(ConsoleClient console) {
  private static final int MOST = 1_000;

  public static Ordering in(Path folder) {
    return new Ordering(ConsoleClient.in(folder));
  }

  public Fields status() throws Exception {
    return Fields.parse("status", console.get("/status"));
  }

  public void order(String order, HouseholdId household) throws Exception {
    console.post("/" + order + "?household=" + household);
  }

  /// A code that is good for an hour.
  public String invite() throws Exception {
    return Fields.parse("invite", console.post("/invite?hours=1")).text("code");
  }

  /// How far a change has gone.
  public record Told(String change, long perTenThousand, long reached, long known) {}

  /// All changes, and the steps that led there: change, share before and after, reason.
  public record Rollouts(List<Told> changes, List<String> steps) {}

  public Rollouts rollout() throws Exception {
    return Fields.read(
        "rollout",
        console.get("/rollout"),
        told ->
            new Rollouts(
                told.objects(
                    "changes",
                    MOST,
                    one ->
                        new Told(
                            one.text("change"),
                            one.whole("perTenThousand"),
                            one.whole("reached"),
                            one.whole("known"))),
                told.objects("steps", MOST, Ordering::step)));
  }

  private static String step(Fields step) throws Malformed {
    step.whole("atMicros");
    return step.text("change")
        + " "
        + step.whole("beforePerTenThousand")
        + " "
        + step.whole("afterPerTenThousand")
        + " "
        + step.text("reason");
  }

  public void turn(String way, String change, String percent, String reason) throws Exception {
    console.post(
        "/rollout/"
            + way
            + "?change="
            + change
            + "&percent="
            + percent
            + "&reason="
            + URLEncoder.encode(reason, StandardCharsets.UTF_8));
  }

  public String households() throws Exception {
    return new String(console.get("/households"), StandardCharsets.UTF_8);
  }
}
