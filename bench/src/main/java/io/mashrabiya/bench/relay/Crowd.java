package io.mashrabiya.bench.relay;

import io.mashrabiya.vault.keys.DeviceKeys;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Homes and viewers that lose their links together and come back within one second, as a process
/// of its own: `Crowd PORT HOMES DEVICES-EACH`. Says `ready` when all are linked; at each line of
/// its input all links are dropped, and it says `served` with the milliseconds after which the
/// half, 95 in a hundred and the last of the viewers had a picture, how many attempts the last one
/// took, how many pictures came and how many of them were foreign.
public final class Crowd {
  private static final long SECOND_MILLIS = 1_000;
  private static final long LOOK_AGAIN_MILLIS = 5;

  /// So many link at once at the beginning, which nobody measures.
  private static final int AT_ONCE = 50;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Random random = new Random(1);
  private final List<CrowdHome> homes = new ArrayList<>();
  private final List<CrowdDevice> devices = new ArrayList<>();
  private long droppedNanos;

  private Crowd(int port, int count, int devicesEach) {
    var sockets = new CrowdSockets(vertx, port);
    for (int number = 0; number < count; number++) {
      var household = new PaperHousehold();
      var keys = Stream.generate(DeviceKeys::generate).limit(devicesEach).toList();
      homes.add(new CrowdHome(vertx, sockets, random, household, keys));
      for (DeviceKeys each : keys) {
        devices.add(new CrowdDevice(vertx, sockets, random, household, each));
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    var crowd =
        new Crowd(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]));
    crowd.vertx.runOnContext(start -> crowd.begin());
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      while (in.readLine() != null) {
        crowd.vertx.runOnContext(dropped -> crowd.drop());
      }
    }
    System.exit(0);
  }

  /// A few at a time, the homes first.
  private void begin() {
    List<CrowdMember> members = new ArrayList<>(homes);
    members.addAll(devices);
    Deque<CrowdMember> waiting = new ArrayDeque<>(members);
    Set<CrowdMember> coming = new HashSet<>();
    vertx.setPeriodic(
        LOOK_AGAIN_MILLIS,
        timer -> {
          coming.removeIf(CrowdMember::isServed);
          while (coming.size() < AT_ONCE && !waiting.isEmpty()) {
            var next = waiting.removeFirst();
            coming.add(next);
            next.drop(0);
          }
          if (waiting.isEmpty()) {
            vertx.cancelTimer(timer);
            whenServed(() -> System.out.println("ready"));
          }
        });
  }

  private void drop() {
    droppedNanos = System.nanoTime();
    Stream.concat(homes.stream(), devices.stream())
        .forEach(member -> member.drop(random.nextLong(SECOND_MILLIS)));
    whenServed(this::report);
  }

  private void whenServed(Runnable then) {
    vertx.setPeriodic(
        LOOK_AGAIN_MILLIS,
        timer -> {
          boolean isServed =
              homes.stream().allMatch(CrowdHome::isServed)
                  && devices.stream().allMatch(CrowdDevice::isServed);
          if (isServed) {
            vertx.cancelTimer(timer);
            then.run();
          }
        });
  }

  private void report() {
    long[] millis =
        devices.stream()
            .mapToLong(device -> (device.servedNanos() - droppedNanos) / 1_000_000)
            .sorted()
            .toArray();
    System.out.println(
        "served "
            + String.join(
                " ",
                Arrays.stream(
                        new long[] {
                          millis[millis.length / 2],
                          millis[millis.length * 95 / 100],
                          millis[millis.length - 1],
                          devices.stream().mapToLong(CrowdMember::attempts).max().orElse(0),
                          devices.stream().mapToLong(CrowdDevice::frames).sum(),
                          devices.stream().mapToLong(CrowdDevice::foreign).sum()
                        })
                    .mapToObj(Long::toString)
                    .toList()));
  }
}
