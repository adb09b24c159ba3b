/// What may be painted, and how old it may be called: pure, the twin of the viewer's room of the
/// same name.
package io.mashrabiya.device.accept;
