package io.mashrabiya.home.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteRequestTest {
  @Test
  void read_post_isAnInviteWithItsQuery() {
    assertThat(DoorRequest.read("POST /invites HTTP/1.1")).contains(new InviteRequest(""));
    assertThat(DoorRequest.read("POST http://home/invites?rights=view HTTP/1.0"))
        .contains(new InviteRequest("rights=view"));
  }

  /// What only looks, as a crawler or a preview, must make none.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /invites HTTP/1.1",
        "HEAD /invites HTTP/1.1",
        "POST /invites HTTP/2",
        "POST /invites/1 HTTP/1.1",
        "POST /invites? x HTTP/1.1",
      })
  void read_anythingElse_isRefused(String line) {
    assertThat(DoorRequest.read(line)).isEmpty();
  }
}
