/// The home's links to its relay, and what is said on them.
@NullMarked
package io.mashrabiya.home.link;

import org.jspecify.annotations.NullMarked;
