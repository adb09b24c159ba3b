package io.mashrabiya.app.doctor;

/// Who or what is examined.
///
/// @param name for a person
public record Patient(Kind kind, String name) {
  /// What kind of thing it is; its name in lower case is the one in `--json`.
  public enum Kind {
    MACHINE,
    DATA,
    CONFIGURATION,
    RELAY,
    CAMERA,
    BROWSER
  }
}
