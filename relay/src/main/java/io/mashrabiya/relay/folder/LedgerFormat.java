package io.mashrabiya.relay.folder;

import io.mashrabiya.relay.rollout.Ledger;
import io.mashrabiya.relay.rollout.Reason;
import io.mashrabiya.relay.rollout.Share;
import io.mashrabiya.relay.rollout.Step;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import java.util.HashMap;
import java.util.Map;

/// `rollout.json`: how far the operator has let changes go, and why (docs/ref/relay.md).
final class LedgerFormat {
  private static final String FORMAT = "mashrabiya/v1/relay-rollout";

  private LedgerFormat() {}

  static byte[] bytes(Ledger ledger) {
    return Json.object()
        .put("format", FORMAT)
        .put(
            "shares",
            ledger.shares().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList(),
            LedgerFormat::share)
        .put("steps", ledger.steps(), LedgerFormat::step)
        .build()
        .bytes();
  }

  static Ledger parse(byte[] text) throws Malformed {
    return Fields.read("relay-rollout", text, LedgerFormat::read);
  }

  private static Ledger read(Fields fields) throws Malformed {
    fields.text("format", FORMAT::equals);
    var entries =
        fields.objects(
            "shares",
            Ledger.MOST_CHANGES,
            one -> Map.entry(one.text("change", Step::isName), share(one, "perTenThousand")));
    Map<String, Share> shares = new HashMap<>();
    for (var entry : entries) {
      if (shares.put(entry.getKey(), entry.getValue()) != null) {
        throw fields.malformed("shares");
      }
    }
    return new Ledger(shares, fields.objects("steps", Ledger.MOST_STEPS, LedgerFormat::step));
  }

  private static Step step(Fields fields) throws Malformed {
    return new Step(
        Micros.instant(fields.whole("atMicros")),
        fields.text("change", Step::isName),
        share(fields, "beforePerTenThousand"),
        share(fields, "afterPerTenThousand"),
        new Reason(fields.text("reason", Reason::fits)));
  }

  private static Share share(Fields fields, String name) throws Malformed {
    long value = fields.whole(name);
    if (!Share.isOne(value)) {
      throw fields.malformed(name);
    }
    return new Share((int) value);
  }

  private static Json share(Map.Entry<String, Share> entry) {
    return Json.object()
        .put("change", entry.getKey())
        .put("perTenThousand", entry.getValue().perTenThousand())
        .build();
  }

  private static Json step(Step step) {
    return Json.object()
        .put("afterPerTenThousand", step.after().perTenThousand())
        .put("atMicros", Micros.of(step.at()))
        .put("beforePerTenThousand", step.before().perTenThousand())
        .put("change", step.change())
        .put("reason", step.reason().text())
        .build();
  }
}
