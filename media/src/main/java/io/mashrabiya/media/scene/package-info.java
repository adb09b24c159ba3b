/// Drawn rooms, the machine-readable mark in their pictures, and the virtual camera that serves
/// them.
///
/// What a test camera looks at, so that no footage of a real home is ever needed.
@NullMarked
package io.mashrabiya.media.scene;

import org.jspecify.annotations.NullMarked;
