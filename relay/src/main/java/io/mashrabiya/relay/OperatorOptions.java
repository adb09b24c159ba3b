package io.mashrabiya.relay;

import java.nio.file.Path;

/// What a relay needs that has an operator: one who asks and tells it things while it runs.
///
/// @param folder where it keeps what the operator decided, and its socket
/// @param version of the program, to be shown
/// @param replaces whether it takes over from the relay that runs from this folder
public record OperatorOptions(Path folder, String version, boolean replaces) {}
