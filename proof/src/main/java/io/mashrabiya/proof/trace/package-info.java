/// What devices heard in histories, and what they made of it, written down for another
/// implementation to be asked the same (docs/design/lies.md).
@NullMarked
package io.mashrabiya.proof.trace;

import org.jspecify.annotations.NullMarked;
