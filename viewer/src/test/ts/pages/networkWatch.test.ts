import { type Connection, NetworkWatch } from "../../../main/ts/pages/networkWatch";
import { equal, test } from "../harness";

class FakeConnection extends EventTarget {
  constructor(public type?: string) {
    super();
  }

  becomes(type: string | undefined): void {
    this.type = type!;
    this.dispatchEvent(new Event("change"));
  }
}

function watched(connection: FakeConnection | undefined): { tab: EventTarget; watch: NetworkWatch; changes: () => number } {
  let changes = 0;
  const tab = new EventTarget();
  const watch = new NetworkWatch(() => changes++, tab, connection as Connection | undefined);
  watch.begin();
  return { tab, watch, changes: () => changes };
}

test("network_wifiBecomesMobile_isAnother", () => {
  const connection = new FakeConnection("wifi");
  const { changes } = watched(connection);
  connection.becomes("cellular");
  equal(changes(), 1);
});

test("network_otherGuessOfTheRate_isTheSame", () => {
  const connection = new FakeConnection("wifi");
  const { changes } = watched(connection);
  connection.becomes("wifi");
  const nameless = new FakeConnection();
  const other = watched(nameless);
  nameless.becomes(undefined);
  equal([changes(), other.changes()], [0, 0]);
});

test("network_goneAndBack_isAnotherOnceItIsBack", () => {
  const connection = new FakeConnection("wifi");
  const { changes } = watched(connection);
  connection.becomes("none");
  equal(changes(), 0);
  connection.becomes("wifi");
  equal(changes(), 1);
});

test("network_online_isAnotherWhereBrowsersSayNoMore", () => {
  const { tab, watch, changes } = watched(undefined);
  tab.dispatchEvent(new Event("online"));
  equal(changes(), 1);
  watch.end();
  tab.dispatchEvent(new Event("online"));
  equal(changes(), 1);
});
