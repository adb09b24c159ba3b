package io.mashrabiya.media.onvif.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.words.Sentence;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Hostile answers and addresses: understood, or said to be unusable; never an exception.
class SoapFuzzTest {
  private static final ServiceAddress REACHED = ServiceAddress.ofDevice("192.168.1.5", 80);

  @FuzzTest
  void envelope(byte[] input) {
    switch (Envelope.read(input)) {
      case Envelope.Reading.Understood(Envelope envelope) -> {
        OnvifFailure failure = SoapFault.read(envelope.body()).failure("Ask", true);
        assertThat(failure.words()).asString().isNotEmpty().doesNotContain("\u001b", "\n");
      }
      case Envelope.Reading.Malformed(Sentence production, int _) ->
          assertThat(production).asString().isNotEmpty();
    }
  }

  /// Whatever a camera names, requests go to the host that was reached.
  @FuzzTest
  void address(byte[] input) {
    String named = new String(input, StandardCharsets.UTF_8);
    for (String text : List.of(named, "http://" + named, "http://192.168.1.5" + named)) {
      REACHED
          .service(text)
          .ifPresent(uri -> {
            assertThat(uri.getHost()).isEqualTo("192.168.1.5");
            assertThat(uri.getScheme()).isEqualTo("http");
            assertThat(uri.getUserInfo()).isNull();
            assertThat(REACHED.service(uri.toString())).map(URI::getHost).contains("192.168.1.5");
          });
    }
    REACHED.stream("rtsp://" + named)
        .ifPresent(address -> assertThat(address.host()).isEqualTo("192.168.1.5"));
  }
}
