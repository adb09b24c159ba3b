package io.mashrabiya.relay.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.wire.ids.DeviceId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceLinksTest {
  private static final DeviceId PHONE = new DeviceId(1, 1);
  private static final DeviceId TABLET = new DeviceId(2, 2);

  private final DeviceLinks links = new DeviceLinks();

  private void addThree() {
    links.add(PHONE, new LinkId(1));
    links.add(PHONE, new LinkId(2));
    links.add(TABLET, new LinkId(3));
  }

  @Test
  void of_device_namesItsOwnLinksOnly() {
    addThree();
    assertThat(links.of(PHONE)).containsExactly(new LinkId(1), new LinkId(2));
    assertThat(links.of(new DeviceId(9, 9))).isEmpty();
    assertThat(links.all()).hasSize(3);
  }

  @Test
  void remove_link_onlyOfItsDevice() {
    addThree();
    links.remove(TABLET, new LinkId(1));
    assertThat(links.size()).isEqualTo(3);
    links.remove(PHONE, new LinkId(1));
    links.remove(PHONE, new LinkId(1));
    assertThat(links.size()).isEqualTo(2);
  }

  @Test
  void strikeOthersThan_members_takesOutTheRest() {
    addThree();
    assertThat(links.strikeOthersThan(Set.of(TABLET)))
        .containsExactly(new LinkId(1), new LinkId(2));
    assertThat(links.all()).containsExactly(new LinkId(3));
    assertThat(links.size()).isEqualTo(1);
  }
}
