package io.mashrabiya.proof.rules.planted.media;

import java.util.Optional;

/// The secret is in a type that hides it, and a count is no secret.
record InnocentCamera(Optional<InnocentLogin> credentials, int passwordLength) {}
