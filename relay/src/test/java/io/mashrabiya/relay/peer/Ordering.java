package io.mashrabiya.relay.peer;

import io.mashrabiya.relay.console.ConsoleClient;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.ids.HouseholdId;
import java.nio.file.Path;

/// An operator at the console of the relay that runs from a folder.
public record Ordering(ConsoleClient console) {
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

  public String households() throws Exception {
    return new String(console.get("/households"), java.nio.charset.StandardCharsets.UTF_8);
  }
}
