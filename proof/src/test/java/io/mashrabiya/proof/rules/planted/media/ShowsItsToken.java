package io.mashrabiya.proof.rules.planted.media;

import java.util.Optional;

record ShowsItsToken(Optional<String> bearerToken) {}
