package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationWatchTest {
  private static final String DOOR = "cameras:\n- name: Door\n  url: rtsp://192.0.2.1/a\n";
  private static final String YARD = "- name: Yard\n  url: rtsp://192.0.2.2/a\n";

  @TempDir private Path folder;
  private Path path;
  private ConfigurationWatch watch;
  private final List<List<String>> changes = new ArrayList<>();
  private final List<Sentence> told = new ArrayList<>();
  private IOException failure;
  private boolean fault;

  @BeforeEach
  void begin() throws Exception {
    path = folder.resolve("house.yaml");
    Files.writeString(path, DOOR);
    watch =
        new ConfigurationWatch(
            ConfigurationFile.named(path), Configuration.read(path), this::change, told::add);
    looks();
  }

  private void change(Configuration now) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (fault) {
      throw new IllegalStateException("a fault of ours");
    }
    changes.add(now.cameras().stream().map(CameraSettings::name).toList());
  }

  /// As replaced by an editor: another file.
  private void write(String text) throws IOException {
    Files.delete(path);
    Files.writeString(path, text);
  }

  private void looks() {
    watch.look();
    watch.look();
  }

  @Test
  void look_unchanged_saysNothing() {
    looks();
    assertThat(changes).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void look_oneMoreCamera_carriesItOverOnce() throws Exception {
    write(DOOR + YARD);
    watch.look();
    assertThat(changes).isEmpty(); // it may still be being written
    looks();
    assertThat(changes).containsExactly(List.of("Door", "Yard"));
    assertThat(told).containsExactly(say("The cameras of {0} are now: {1}.", path, "Door, Yard"));
  }

  @Test
  void look_faulty_saysSoOnceAndKeepsEverything() throws Exception {
    write(DOOR + "  urll: x\n");
    looks();
    looks();
    assertThat(changes).isEmpty();
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).asString().contains("house.yaml:4", "everything stays as it is");
    write(DOOR + YARD);
    looks();
    assertThat(changes).hasSize(1);
  }

  @Test
  void look_fileGone_keepsEverything() throws Exception {
    Files.delete(path);
    looks();
    assertThat(changes).isEmpty();
    assertThat(told).isEmpty();
    Files.writeString(path, "cameras: []\n");
    looks();
    assertThat(changes).containsExactly(List.of());
    assertThat(told).containsExactly(say("The cameras of {0} are now: {1}.", path, "none"));
  }

  @Test
  void look_otherKeys_waitForTheNextStart() throws Exception {
    write(DOOR + "household:\n  name: Others\n");
    looks();
    assertThat(changes).isEmpty();
    assertThat(told).singleElement().asString().contains("takes effect at the next start");
  }

  @Test
  void look_homeThatCannotFollow_saysWhy() throws Exception {
    failure = new IOException("The disk is full.");
    write(DOOR + YARD);
    looks();
    assertThat(told).singleElement().asString().contains("The disk is full.", "tried again");
  }

  @Test
  void look_homeThatCannotFollowForAWhile_isTriedAgainAndToldOnce() throws Exception {
    failure = new IOException("The disk is full.");
    write(DOOR + YARD);
    looks();
    looks();
    assertThat(told).hasSize(1);
    failure = null;
    looks();
    looks();
    assertThat(changes).containsExactly(List.of("Door", "Yard"));
    assertThat(told).hasSize(2);
  }

  @Test
  void look_faultOfOurs_doesNotEndTheWatch() throws Exception {
    fault = true;
    write(DOOR + YARD);
    looks();
    fault = false;
    write(DOOR);
    looks();
    write("cameras:\n" + YARD);
    looks();
    assertThat(changes.getLast()).containsExactly("Yard");
  }

  @Test
  void look_nestedWithoutEnd_isAFaultLikeOthers() throws Exception {
    write("cameras: " + "[".repeat(200_000));
    looks();
    assertThat(told).singleElement().asString().contains("everything stays as it is");
    write(DOOR + YARD);
    looks();
    assertThat(changes).hasSize(1);
  }
}
