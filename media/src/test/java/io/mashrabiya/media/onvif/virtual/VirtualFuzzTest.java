package io.mashrabiya.media.onvif.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ServerAuthentication.Verdict;
import io.mashrabiya.media.onvif.soap.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Hostile probes and tokens at the virtual device: answered or not, never admitted.
class VirtualFuzzTest {
  @FuzzTest
  void probe(byte[] input) {
    new ProbeAnswer(UUID.randomUUID(), "Door", "http://192.168.1.5/")
        .to(input)
        .ifPresent(answer ->
            assertThat(Envelope.read(answer)).isInstanceOf(Envelope.Reading.Understood.class));
  }

  @FuzzTest
  void digest(byte[] input) {
    DigestJudge judge = new DigestJudge(new Credentials("mona", "a password nobody guesses"));
    String header = new String(input, StandardCharsets.ISO_8859_1);
    assertThat(judge.judge(Optional.of(header), "POST")).isInstanceOf(Verdict.Challenged.class);
  }

  @FuzzTest
  void token(byte[] input) {
    if (Envelope.read(input) instanceof Envelope.Reading.Understood(var envelope)) {
      TokenJudge judge = new TokenJudge(new Credentials("mona", "a password nobody guesses"));
      assertThat(judge.admits(envelope, Instant.parse("2026-11-26T12:00:00Z"))).isFalse();
    }
  }
}
