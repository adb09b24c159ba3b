/// What the browser of this machine can do, told by itself on a page of this machine's own.
@NullMarked
package io.mashrabiya.app.doctor.browser;

import org.jspecify.annotations.NullMarked;
