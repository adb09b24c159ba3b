package io.mashrabiya.media.rtsp.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.rtsp.message.TransportHeader.Channels;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportHeaderTest {
  @ParameterizedTest
  @CsvSource({
    "RTP/AVP/TCP;unicast;interleaved=0-1, 0, 1",
    "rtp/avp/tcp; unicast; Interleaved=2-3;ssrc=ABCD, 2, 3",
    "RTP/AVP/TCP;interleaved=4, 4, 5",
    "RTP/AVP;unicast;interleaved=254-255, 254, 255"
  })
  void read_tcp_givesItsChannels(String header, int media, int control) {
    assertThat(TransportHeader.read(header))
        .singleElement()
        .satisfies(transport -> {
          assertThat(transport.overTcp()).isTrue();
          assertThat(transport.interleaved()).hasValue(new Channels(media, control));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RTP/AVP/TCP;interleaved=",
        "RTP/AVP/TCP;interleaved=x-y",
        "RTP/AVP/TCP;interleaved=256-257",
        "RTP/AVP/TCP;interleaved=255",
        "RTP/AVP/TCP;interleaved=-1",
        "RTP/AVP/TCP"
      })
  void read_channelsThatCannotBe_countAsNotNamed(String header) {
    assertThat(TransportHeader.read(header))
        .containsExactly(new TransportHeader("RTP/AVP/TCP", Optional.empty(), OptionalInt.empty()));
  }

  @Test
  void read_alternatives_areInOrder() {
    List<TransportHeader> read =
        TransportHeader.read("RTP/AVP;unicast;client_port=5000-5001,RTP/AVP/TCP;interleaved=0-1");
    assertThat(read).extracting(TransportHeader::overTcp).containsExactly(false, true);
  }

  @Test
  void read_nothing_isNoTcp() {
    assertThat(TransportHeader.read("")).noneMatch(TransportHeader::overTcp);
  }

  @Test
  void tcp_channels_areReadBack() {
    Channels channels = new Channels(6, 7);
    assertThat(TransportHeader.read(TransportHeader.tcp(channels)).getFirst().interleaved())
        .hasValue(channels);
  }

  @ParameterizedTest
  @CsvSource({
    "12345678, 12345678, 60",
    "12345678;timeout=30, 12345678, 30",
    "' 12345678 ; Timeout=90 ', 12345678, 90",
    "a;timeout=0, a, 60",
    "a;timeout=-5, a, 60",
    "a;timeout=soon, a, 60",
    "a;timeout=9999999999, a, 60",
    "a;timeout=1, a, 2",
    "a;x=y;timeout=15, a, 15"
  })
  void session_header_givesIdAndTimeout(String header, String id, int seconds) {
    assertThat(SessionHeader.read(header))
        .hasValue(new SessionHeader(id, Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ";timeout=60"})
  void session_withoutId_isNone(String header) {
    assertThat(SessionHeader.read(header)).isEmpty();
  }

  @Test
  void session_endlessId_isNone() {
    assertThat(SessionHeader.read("x".repeat(257))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RTP/AVP;unicast;client_port=5000-5001;server_port=6970-6971, 6970",
    "RTP/AVP/UDP;unicast;server_port=6970, 6970",
    "RTP/AVP; unicast ; SERVER_PORT= 6970 -6971, 6970",
  })
  void read_overUdp_namesWhereMediaComeFrom(String header, int port) {
    TransportHeader read = TransportHeader.read(header).getFirst();
    assertThat(read.serverPort()).hasValue(port);
    assertThat(read.overTcp()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RTP/AVP;unicast",
        "RTP/AVP;server_port=",
        "RTP/AVP;server_port=0-1",
        "RTP/AVP;server_port=65536-65537",
        "RTP/AVP;server_port=x"
      })
  void read_noPort_isNotNamed(String header) {
    assertThat(TransportHeader.read(header).getFirst().serverPort()).isEmpty();
  }

  @Test
  void udp_header_namesTwoPorts() {
    assertThat(TransportHeader.udp(5000)).isEqualTo("RTP/AVP;unicast;client_port=5000-5001");
  }
}
