package io.mashrabiya.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.relay.cache.CacheLimits;
import io.mashrabiya.relay.cache.NewestGroups;
import io.mashrabiya.relay.cache.Parcel;
import io.mashrabiya.relay.cache.StreamId;
import io.mashrabiya.relay.peer.TestDevice;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.relay.route.Deed;
import io.mashrabiya.relay.route.LinkId;
import io.mashrabiya.relay.route.RouteLimits;
import io.mashrabiya.relay.route.Routes;
import io.mashrabiya.relay.route.Viewer;
import io.mashrabiya.relay.route.ViewerLimits;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.MediaMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Hostile bytes through the machines that decide: whatever a link says is done or malformed, never
/// an exception, and never touches a link of another household.
class RelayFuzzTest {
  private static final Duration NOW = Duration.ofSeconds(1);
  private static final LinkId OUR_HOME = new LinkId(1);
  private static final LinkId THEIR_HOME = new LinkId(2);
  private static final LinkId OUR_DEVICE = new LinkId(3);
  private static final LinkId THEIR_DEVICE = new LinkId(4);
  private static final TestHousehold OURS = new TestHousehold();
  private static final TestHousehold THEIRS = new TestHousehold();
  private static final TestDevice OUR_PHONE = OURS.device();
  private static final TestDevice THEIR_PHONE = THEIRS.device();
  private static final HouseholdId HOUSEHOLD = new HouseholdId(1, 1, 1);

  /// One for all inputs: to sign what brings everybody in takes a thousand times as long as an
  /// input.
  private static final Routes ROUTES = routes();

  private static Routes routes() {
    var routes =
        new Routes(RouteLimits.DEFAULT, () -> new Ticket(new byte[Ticket.SIZE_BYTES]), new Tally());
    try {
      routes.homeArrives(OUR_HOME, OURS.certificate(1), NOW);
      routes.homeArrives(THEIR_HOME, THEIRS.certificate(1), NOW);
      routes.homeSays(OUR_HOME, OURS.says(OURS.members(1, 1, OUR_PHONE)), NOW);
      routes.homeSays(THEIR_HOME, THEIRS.says(THEIRS.members(1, 1, THEIR_PHONE)), NOW);
      routes.deviceArrives(OUR_DEVICE, OURS.id(), OUR_PHONE.id(), NOW);
      routes.deviceArrives(THEIR_DEVICE, THEIRS.id(), THEIR_PHONE.id(), NOW);
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
    return routes;
  }

  @FuzzTest
  void homeControl(byte[] input) {
    try {
      var message = HomeSays.parse(new String(input, StandardCharsets.UTF_8));
      assertStaysAtHome(ROUTES.homeSays(OUR_HOME, message, NOW));
    } catch (Malformed e) {
      assertThat(e.production()).isNotEmpty();
    }
  }

  @FuzzTest
  void deviceControl(byte[] input) {
    try {
      var message = DeviceSays.parse(new String(input, StandardCharsets.UTF_8));
      assertStaysAtHome(ROUTES.deviceSays(OUR_DEVICE, message, NOW));
    } catch (Malformed e) {
      assertThat(e.production()).isNotEmpty();
    }
  }

  /// The input is cut into messages of up to 255 bytes, each behind a byte that says how long.
  @FuzzTest
  void media(byte[] input) {
    var cache = new NewestGroups(new CacheLimits(1_000, 2_000, 2_000, 4), new Tally());
    var viewer = new Viewer(ViewerLimits.DEFAULT, new Tally());
    int at = 0;
    while (at < input.length) {
      int end = Math.min(input.length, at + 1 + (input[at] & 0xff));
      try {
        hear(cache, viewer, Arrays.copyOfRange(input, at + 1, end));
      } catch (Malformed e) {
        assertThat(e.production()).isNotEmpty();
      }
      assertThat(cache.sizeBytes()).isBetween(0L, 2_000L);
      at = end;
    }
  }

  private static void hear(NewestGroups cache, Viewer viewer, byte[] bytes) throws Malformed {
    switch (MediaMessage.parse(bytes)) {
      case MediaMessage.Frame frame -> {
        var parcel = Parcel.of(frame, bytes);
        assertThat(Parcel.parse(bytes)).isEqualTo(parcel);
        var stream = new StreamId(HOUSEHOLD, parcel.camera(), parcel.kid().track());
        if (cache.offer(stream, parcel).isTaken()) {
          viewer.offer(stream, parcel, NOW);
        }
      }
      case MediaMessage.Subscribe asked -> {
        var stream = new StreamId(HOUSEHOLD, asked.camera(), asked.kid().track());
        if (viewer.subscribe(stream, asked.kid(), asked.first())) {
          cache.newest(stream).forEach(parcel -> viewer.offer(stream, parcel, NOW));
        }
      }
      case MediaMessage.Unsubscribe asked ->
          viewer.unsubscribe(new StreamId(HOUSEHOLD, asked.camera(), asked.track()));
      case MediaMessage.Acknowledgement got -> viewer.acknowledge(got, NOW);
      case MediaMessage.Ticket ticket -> assertThat(ticket.ticket()).isNotNull();
      case MediaMessage.Carries told -> assertThat(told.bitsPerSecond()).isNotNegative();
    }
  }

  private static void assertStaysAtHome(List<Deed> deeds) {
    for (Deed deed : deeds) {
      switch (deed) {
        case Deed.TellHome(LinkId link, var message) -> assertThat(link).isEqualTo(OUR_HOME);
        case Deed.TellDevice(LinkId link, var message) -> assertThat(link).isEqualTo(OUR_DEVICE);
        case Deed.TellKnown(LinkId link, HouseholdId household) -> {
          assertThat(link).isEqualTo(OUR_DEVICE);
          assertThat(household).isEqualTo(OURS.id());
        }
        case Deed.Ping(LinkId link) -> assertThat(link).isEqualTo(OUR_HOME);
        case Deed.End(LinkId link, var reason) -> assertThat(link).isEqualTo(OUR_DEVICE);
        case Deed.Forget(HouseholdId household) -> assertThat(household).isEqualTo(OURS.id());
      }
    }
  }
}
