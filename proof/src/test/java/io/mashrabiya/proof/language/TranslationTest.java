package io.mashrabiya.proof.language;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import io.mashrabiya.app.Mashrabiya;
import io.mashrabiya.app.language.Catalogue;
import io.mashrabiya.app.language.HelpInWords;
import io.mashrabiya.proof.language.SourceSentences.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Finds every sentence that a person may meet, in the sources themselves, and looks it up in the
/// catalogue.
class TranslationTest {
  private static final List<String> ROOMS =
      List.of("words", "vault", "device", "media", "home", "relay", "app");

  /// What is not said at the command line: it is read by programs, or carries its own languages.
  private static final List<String> OTHERWISE =
      List.of(
          "words/Sentence.java: ", // what a sentence is made of
          "app/command/DemoHouses.java: ", // names of households and cameras
          "app/command/HouseholdName.java: ", // a name
          "app/command/FoundTable.java: \"    ./mashrabiya ", // commands to be copied
          "app/command/TlsCommand.java: \"\nrelay:", // configuration to be copied
          "app/command/SnapshotCommand.java: \"EEE, ", // the pattern of a time
          "app/command/invite/InviteInWords.java: \"EEEE ", // the pattern of a date
          "vault/keys/KitPage.java", // a page in all its languages
          "vault/keys/RecoveryKit.java", // a file's format, and the text around it
          "vault/seal/SframeKey.java", // labels of RFC 9605
          "vault/secret/SecretBytes.java", // what a debugger shows
          "vault/tls/HouseAuthority.java", // names within certificates
          "vault/tls/Pem.java", // causes; AuthorityFolder says it
          "device/", // for logs and tests; no command shows it to a person
          "home/Home.java: link.say(", // messages to the relay
          "home/desk/Herald.java: post.say(", // messages to the relay
          "home/camera/SubStream.java: \"sub stream of camera\"", // for the log
          "home/link/", // the link's ends, for the log; LinkState is told
          "home/door/DoorClient.java: \" HTTP/1.1", // protocol
          "home/door/Reply.java", // protocol
          "relay/Rehearsal.java", // protocol
          "relay/console/ConsoleClient.java: \" HTTP/1.1", // protocol
          "relay/link/MetricsPage.java", // metrics' help
          "relay/link/WebSocketDoor.java", // a format of the log
          "relay/site/Authority.java: \"text/", // protocol
          "relay/site/Fence.java", // headers
          "relay/site/Site.java", // HTTP for browsers, and its headers
          "relay/site/SiteFile.java", // headers
          "relay/tally/", // metrics' help
          "relay/tls/Rehearsal.java", // causes; TlsIdentity says it
          "relay/tls/Warnings.java", // for the log
          // what cameras and their viewers tell each other
          "media/auth/",
          "media/http/HttpCall.java: \"Accept",
          "media/http/HttpCall.java: \"Cache-Control",
          "media/http/HttpCall.java: \"Connection",
          "media/onvif/soap/SoapClient.java: \"application",
          "media/onvif/soap/SoapFault.java: \"not authorized",
          "media/onvif/virtual/",
          "media/onvif/xml/XmlWriter",
          "media/rtsp/client/HttpTunnel.java: \"Cache-Control",
          "media/rtsp/client/HttpTunnel.java: \"Pragma",
          // how a connection ends, which its reader tells in sentences
          "media/http/Body.java: \"less came",
          "media/http/Body.java: \"the connection ended",
          "media/http/ByteInput.java: \"the connection ended",
          "media/http/PatientStream",
          "media/socket/DeadlineSocket",
          "media/socket/Pin",
          // what a library refuses that should always work: a value in a sentence
          "media/ffmpeg/FfmpegException.java: \"could not",
          "media/ffmpeg/NativeScope",
          "media/ffmpeg/OpenH264",
          "media/ffmpeg/Options",
          "media/ffmpeg/PictureDecoder",
          "media/ffmpeg/SoundEncoder",
          "media/ffmpeg/StillEncoder",
          // for the log: pictures that a virtual camera cannot send, the life of a worker
          "media/jpeg/BaselineJpegReader",
          "media/rtp/JpegPacketizer",
          "media/worker/KeptWorker",
          "media/worker/WorkerEnd",
          "media/worker/WorkerProcess",
          "media/worker/message/",
          // a command as it is typed: a value in a sentence
          "media/onvif/OnvifOutcome.java: \"./mashrabiya discover",
          // a record's own text
          "media/StillRequest",
          "app/doctor/browser/AbilityPage.java", // types of files
          "app/doctor/camera/Remedies.java: \"-vf ", // of a command
          "app/doctor/camera/Remedies.java: \"ffmpeg ", // a command
          "app/doctor/camera/Stage.java", // what a session waited for, to compare with
          "app/doctor/folder/Modes.java: \"chmod ", // a command
          "app/doctor/machine/Decoder"); // for the log

  private static final Catalogue ARABIC = Catalogue.shipped("ar");

  private static List<SourceSentences> sources = List.of();

  @BeforeAll
  static void read() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask parser =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(shipped()));
      sources =
          StreamSupport.stream(parser.parse().spliterator(), false)
              .map(SourceSentences::of)
              .toList();
    }
  }

  private static List<Path> shipped() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String room : ROOMS) {
      try (Stream<Path> tree = Files.walk(Path.of("..", room, "src", "main", "java"))) {
        tree.filter(path -> path.toString().endsWith(".java")).forEach(all::add);
      }
    }
    return all;
  }

  private static Stream<Said> said() {
    return sources.stream().flatMap(file -> file.said().stream());
  }

  @Test
  void said_pattern_hasAPlaceForEachValue() {
    assertThat(said().filter(sentence -> !sentence.isWhole())).isEmpty();
  }

  @Test
  void said_sentence_hasATranslation() {
    assertThat(english().filter(sentence -> !ARABIC.known().contains(sentence))).isEmpty();
  }

  @Test
  void catalogue_sentence_isSaidSomewhere() {
    Set<String> english = english().collect(toCollection(TreeSet::new));
    assertThat(ARABIC.known().stream().filter(sentence -> !english.contains(sentence))).isEmpty();
  }

  @Test
  void catalogue_translation_hasTheSamePlaces() {
    assertThat(ARABIC.known())
        .allSatisfy(english ->
            assertThat(SourceSentences.places(ARABIC.of(english)))
                .isEqualTo(SourceSentences.places(english)));
  }

  @Test
  void source_sentence_isSaidAsOne() {
    assertThat(
            sources.stream()
                .flatMap(file -> file.unsaid().stream())
                .filter(text -> OTHERWISE.stream().noneMatch(text::startsWith)))
        .isEmpty();
  }

  /// Of the sources and of the help.
  private static Stream<String> english() {
    return Stream.concat(
            said().map(Said::pattern), HelpInWords.sentences(Mashrabiya.commandLine()).stream())
        .distinct();
  }
}
