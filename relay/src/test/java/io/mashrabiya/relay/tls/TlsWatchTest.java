package io.mashrabiya.relay.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsWatchTest {
  @TempDir private Path folder;
  private TlsFiles files;
  private TlsWatch watch;

  @BeforeEach
  void setUp() throws Exception {
    files = new TlsFiles(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
    Files.writeString(files.certificate(), "one");
    Files.writeString(files.key(), "one");
    watch = new TlsWatch(files);
  }

  @Test
  void hasChanged_nothingNew_isFalse() {
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isFalse();
  }

  @Test
  void hasChanged_betweenTheTwoFiles_waitsForTheSecond() throws Exception {
    Files.writeString(files.key(), "second");
    assertThat(watch.hasChanged()).isFalse();
    Files.writeString(files.certificate(), "second");
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isTrue();
    assertThat(watch.hasChanged()).isFalse();
  }

  @Test
  void hasChanged_fileGoneForAMoment_isToldOnceItIsBack() throws Exception {
    Files.delete(files.key());
    assertThat(watch.hasChanged()).isFalse();
    Files.writeString(files.key(), "another");
    assertThat(watch.hasChanged()).isFalse();
    assertThat(watch.hasChanged()).isTrue();
  }

  @Test
  void hasChanged_fileGone_isToldOnce() throws Exception {
    Files.delete(files.key());
    watch.hasChanged();
    assertThat(watch.hasChanged()).isTrue();
    assertThat(watch.hasChanged()).isFalse();
  }

  @Test
  void hasChanged_linkThatIsTurned_isTold() throws Exception {
    Path old = Files.writeString(folder.resolve("1"), "same");
    Path fresh = Files.writeString(folder.resolve("2"), "same");
    Path link = Files.createSymbolicLink(folder.resolve("link.pem"), old);
    var linked = new TlsWatch(new TlsFiles(link, files.key()));
    Files.delete(link);
    Files.createSymbolicLink(link, fresh);
    linked.hasChanged();
    assertThat(linked.hasChanged()).isTrue();
  }
}
