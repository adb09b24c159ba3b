package io.mashrabiya.home.store;

import java.nio.file.Path;
import java.util.Optional;

/// How a household is to be founded where there is none yet.
///
/// @param name what people will call it, 1 to 64 characters
/// @param kit where its recovery kit is written, once; empty: the root key is forgotten at once, as
///   a demonstration's is, and the household cannot be recovered
public record Founding(String name, Optional<Path> kit) {}
