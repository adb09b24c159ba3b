package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.store.HouseholdState;
import io.mashrabiya.relay.admit.HouseholdQuota;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.link.Origin;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// What the configuration file says (docs/ref/configuration.md). Every command reads the whole file
/// and uses its part of it; what the command line says goes before.
///
/// @param name of the household
/// @param data folder of the home
/// @param kit where a new household's recovery kit is written
/// @param relay the relay that a home connects to
/// @param listen where a relay listens
/// @param origin how browsers reach it
/// @param admit whose homes it takes in; empty: nobody is named
/// @param metrics port on the loopback address
/// @param invite the code by which a home comes to its relay for the first time
/// @param relayData folder of the relay
/// @param quota what each household may use of the relay
/// @param logging how the log looks; empty where the file does not say
/// @param front how people come to the relay: TLS of its own, proxies
/// @param relayAuthority the only authority that a home believes about its relay
public record Configuration(
    Optional<String> name,
    Optional<Path> data,
    Optional<Path> kit,
    List<CameraSettings> cameras,
    Optional<Origin> relay,
    Optional<InetSocketAddress> listen,
    Optional<Origin> origin,
    AdmitWords admit,
    OptionalInt metrics,
    Optional<AdmissionCode> invite,
    Optional<Path> relayData,
    HouseholdQuota quota,
    Optional<LogSettings> logging,
    FrontEntry front,
    Optional<Path> relayAuthority) {
  public static final int MAX_CAMERAS = HouseholdState.MAX_CAMERAS;
  private static final int MAX_BYTES = 1 << 20;

  private static final Set<String> KEYS = Set.of("household", "cameras", "relay", "logging");
  private static final Set<String> HOUSEHOLD_KEYS =
      Set.of("name", "data", "kit", "relay", "relay-invite", "relay-ca");
  private static final Set<String> RELAY_KEYS =
      Set.of("listen", "origin", "admit", "metrics", "data", "quota", "tls", "proxy");
  private static final Set<String> LOGGING_KEYS = Set.of("format", "level");

  /// What no file says.
  public static final Configuration EMPTY =
      new Configuration(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          AdmitWords.NONE,
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          HouseholdQuota.DEFAULT,
          Optional.empty(),
          FrontEntry.EMPTY,
          Optional.empty());

  public Configuration {
    cameras = List.copyOf(cameras);
  }

  /// The same with these cameras.
  Configuration withCameras(List<CameraSettings> others) {
    return with(others, admit, quota, logging);
  }

  /// The same without what a relay follows while it runs.
  public Configuration withoutWhatARelayFollows() {
    return with(cameras, AdmitWords.NONE, HouseholdQuota.DEFAULT, Optional.empty());
  }

  private Configuration with(
      List<CameraSettings> others,
      AdmitWords words,
      HouseholdQuota other,
      Optional<LogSettings> log) {
    return new Configuration(
        name,
        data,
        kit,
        others,
        relay,
        listen,
        origin,
        words,
        metrics,
        invite,
        relayData,
        other,
        log,
        front,
        relayAuthority);
  }

  /// The only authority that a home believes about this relay; empty: those that Java knows.
  public Optional<Path> authorityOf(Origin called) {
    return called.text().startsWith("https:")
        ? relayAuthority.or(front::authority)
        : Optional.empty();
  }

  public static Configuration read(Path file) throws ConfigurationFault {
    return parse(file, textOf(file));
  }

  /// @param file where the text stands: for what faults say, and for paths in it
  static Configuration parse(Path file, String text) throws ConfigurationFault {
    Optional<Node> document = compose(file, text);
    if (document.isEmpty()) {
      return EMPTY;
    }
    Section top = new Section(file, "", document.get(), KEYS);
    Optional<Section> household = top.section("household", HOUSEHOLD_KEYS);
    Optional<Section> relay = top.section("relay", RELAY_KEYS);
    return new Configuration(
        value(household, "name", Readings::words),
        value(household, "data", Readings::path).map(path -> besides(file, path)),
        value(household, "kit", Readings::path).map(path -> besides(file, path)),
        cameras(file, top),
        value(household, "relay", Readings::origin),
        value(relay, "listen", Readings::listen),
        value(relay, "origin", Readings::origin),
        relay.isPresent()
            ? new AdmitWords(relay.get().oneOrMore("admit", Readings::admit))
            : AdmitWords.NONE,
        value(relay, "metrics", Readings::port).map(OptionalInt::of).orElseGet(OptionalInt::empty),
        value(household, "relay-invite", Readings::invite),
        value(relay, "data", Readings::path).map(path -> besides(file, path)),
        quota(relay),
        logging(top),
        relay.isPresent()
            ? FrontEntry.read(relay.get(), path -> besides(file, path))
            : FrontEntry.EMPTY,
        value(household, "relay-ca", Readings::path).map(path -> besides(file, path)));
  }

  private static HouseholdQuota quota(Optional<Section> relay) throws ConfigurationFault {
    Optional<Section> quota =
        relay.isPresent() ? relay.get().section("quota", QuotaEntry.KEYS) : Optional.empty();
    return quota.isPresent() ? QuotaEntry.read(quota.get()) : HouseholdQuota.DEFAULT;
  }

  private static Optional<LogSettings> logging(Section top) throws ConfigurationFault {
    Optional<Section> logging = top.section("logging", LOGGING_KEYS);
    if (logging.isEmpty()) {
      return Optional.empty();
    }
    LogSettings usual = LogSettings.DEFAULT;
    return Optional.of(
        new LogSettings(
            logging
                .get()
                .value("format", text -> Readings.word(text, LogSettings.Format.values()))
                .orElse(usual.format()),
            logging
                .get()
                .value("level", text -> Readings.word(text, LogSettings.Level.values()))
                .orElse(usual.level())));
  }

  /// The text of a file, if it may be one.
  static String textOf(Path file) throws ConfigurationFault {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ConfigurationFault(
            file, 0, null, say("this is no configuration: it is larger than 1 MB"));
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ConfigurationFault(
          file,
          0,
          null,
          say("there is no such file; is the path right? `mashrabiya camera add` makes one"));
    } catch (IOException e) {
      throw new ConfigurationFault(
          file, 0, null, say("it cannot be read; is the path right, and is it UTF-8 text?"));
    }
  }

  static Optional<Node> compose(Path file, String text) throws ConfigurationFault {
    try {
      var settings =
          LoadSettings.builder().setMaxAliasesForCollections(0).setAllowDuplicateKeys(true).build();
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new ConfigurationFault(file, line, null, say("this is not YAML: {0}", e.getProblem()));
    } catch (RuntimeException | StackOverflowError e) {
      // the reader throws others than its own, for a tag of `!%a` and such, and goes down with what
      // is nested without end
      throw new ConfigurationFault(file, 0, null, say("this is not YAML"));
    }
  }

  private static List<CameraSettings> cameras(Path file, Section top) throws ConfigurationFault {
    List<Section> sections = top.sections("cameras", CameraEntry.KEYS);
    if (sections.size() > MAX_CAMERAS) {
      throw top.fault("cameras", say("a household has at most {0} cameras", MAX_CAMERAS));
    }
    Set<String> names = new HashSet<>();
    List<CameraSettings> cameras = new java.util.ArrayList<>();
    for (Section section : sections) {
      CameraSettings camera = CameraEntry.read(section, path -> besides(file, path));
      if (!names.add(camera.name())) {
        throw section.fault("name", say("another camera has this name: give each its own"));
      }
      cameras.add(camera);
    }
    return cameras;
  }

  private static <T> Optional<T> value(
      Optional<Section> section, String key, Section.Reading<T> reading) throws ConfigurationFault {
    return section.isPresent() ? section.get().value(key, reading) : Optional.empty();
  }

  /// Paths in the file are meant from where the file lies.
  private static Path besides(Path file, Path path) {
    return file.toAbsolutePath().resolveSibling(path).normalize();
  }
}
