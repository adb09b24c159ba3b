package io.mashrabiya.app.doctor.house;

import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Patient;
import io.mashrabiya.app.doctor.Ward;
import io.mashrabiya.home.CameraSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The wards of what a configuration says.
public final class HouseWards {
  private HouseWards() {}

  /// Of the file itself.
  ///
  /// @param cameras that are to be examined, of the file and typed
  public static Ward ofFile(Path file, List<CameraSettings> cameras) {
    return Ward.of(
        new Patient(Patient.Kind.CONFIGURATION, file.toString()),
        List.of(
            new ConfigurationSyntax(file), new ConfigurationMode(file), new TwiceTheSame(cameras)));
  }

  /// Of the relay that runs in `serve`, unless the file is for a home alone, and of the one that a
  /// home connects to.
  ///
  /// @param otherwise where a relay listens that is told nothing else
  public static Ward ofRelay(Configuration said, InetSocketAddress otherwise) {
    List<Examination> examinations = new ArrayList<>();
    if (said.relay().isEmpty() || said.listen().isPresent()) {
      InetSocketAddress listen = said.listen().orElse(otherwise);
      examinations.add(PortFree.ofRelay(listen, said));
      said.metrics().ifPresent(port -> examinations.add(PortFree.ofMetrics(port)));
      examinations.add(new PublicOrigin(said.origin(), listen.getHostString()));
    }
    said.relay()
        .ifPresent(relay ->
            examinations.add(
                new RelayReached(relay, said.authorityOf(relay), InstantSource.system())));
    return Ward.of(new Patient(Patient.Kind.RELAY, ""), examinations);
  }
}
