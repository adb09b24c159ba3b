/// Changes that reach some households before others, and the record of who was let into which.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.rollout;
