package io.mashrabiya.home.store;

import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import java.time.Instant;
import java.util.Optional;

/// The text that is sealed into a backup (docs/ref/data-folder.md): canonical JSON.
final class BackupFormat {
  private static final String PRODUCTION = "backup-content";
  private static final String FORMAT = "mashrabiya/v1/backup-content";
  private static final String CONFIGURATION = "configuration";

  private BackupFormat() {}

  static byte[] bytes(Backup backup) {
    JsonBuilder object =
        Json.object()
            .put("certificate", backup.certificate().statement().text())
            .put("format", FORMAT)
            .put("madeMicros", Micros.of(backup.made()))
            .put("state", StateFormat.bytes(backup.state()));
    backup.configuration().ifPresent(bytes -> object.put(CONFIGURATION, bytes));
    return object.build().bytes();
  }

  /// @param household whose it must be
  static Backup parse(byte[] content, HouseholdId household) throws Malformed {
    Fields fields = Fields.parse(PRODUCTION, content);
    HomeCertificate certificate =
        HomeCertificate.verify(Statement.parse(fields.text("certificate"), Typ.HOME_CERTIFICATE))
            .filter(proven -> proven.household().equals(household))
            .orElseThrow(() -> fields.malformed("certificate"));
    fields.text("format", FORMAT::equals);
    Instant made = Micros.instant(fields.whole("madeMicros"));
    byte[] state = fields.bytes("state", FolderContent.MAX_STATE_BYTES);
    Optional<byte[]> configuration =
        fields.has(CONFIGURATION)
            ? Optional.of(fields.bytes(CONFIGURATION, Backup.MAX_CONFIGURATION_BYTES))
            : Optional.empty();
    fields.end();
    return new Backup(made, certificate, StateFormat.parse(state, household), configuration);
  }
}
