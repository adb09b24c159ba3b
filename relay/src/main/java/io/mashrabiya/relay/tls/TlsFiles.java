package io.mashrabiya.relay.tls;

import java.nio.file.Path;

/// Where a relay's certificate and key lie, as PEM (RFC 7468).
///
/// @param certificate its own, and then those of the authorities between it and a known one
/// @param key PKCS #8, or the older forms for RSA and elliptic curves; without a password
public record TlsFiles(Path certificate, Path key) {}
