/// Runs the viewer's tests, which are TypeScript, in the browser that the viewer is for.
@NullMarked
package io.mashrabiya.viewer;

import org.jspecify.annotations.NullMarked;
