/// Households, devices and a relay in a time of their own: the machines that run in production,
/// with real seals and signatures, and between them whoever lies.
@NullMarked
package io.mashrabiya.proof.world;

import org.jspecify.annotations.NullMarked;
