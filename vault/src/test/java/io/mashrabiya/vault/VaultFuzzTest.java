package io.mashrabiya.vault;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.vault.backup.BackupFuzzing;
import io.mashrabiya.vault.card.CardFuzzing;
import io.mashrabiya.vault.enrol.EnrolFuzzing;
import io.mashrabiya.vault.keys.FileFuzzing;
import io.mashrabiya.vault.letter.LetterFuzzing;
import io.mashrabiya.vault.seal.FrameFuzzing;

/// Hostile bytes at every reader of the vault, also behind its seals, where only a member or the
/// home itself could put them: each is read or refused, and never ends in another way.
class VaultFuzzTest {
  @FuzzTest
  void keyFile(byte[] input) {
    FileFuzzing.keyFile(input);
  }

  @FuzzTest
  void kitFile(byte[] input) {
    FileFuzzing.kitFile(input);
  }

  @FuzzTest
  void backup(byte[] input) {
    BackupFuzzing.backup(input);
  }

  @FuzzTest
  void cardKeys(byte[] input) {
    CardFuzzing.cardKeys(input);
  }

  @FuzzTest
  void envelope(byte[] input) {
    FrameFuzzing.envelope(input);
  }

  @FuzzTest
  void insideTheSeal(byte[] input) {
    FrameFuzzing.inside(input);
  }

  @FuzzTest
  void enrolMessages(byte[] input) {
    EnrolFuzzing.messages(input);
  }

  @FuzzTest
  void insideEnrolMessages(byte[] input) {
    EnrolFuzzing.inside(input);
  }

  @FuzzTest
  void letterToDevice(byte[] input) {
    LetterFuzzing.toDevice(input);
  }

  @FuzzTest
  void pairingLink(byte[] input) {
    EnrolFuzzing.link(input);
  }
}
