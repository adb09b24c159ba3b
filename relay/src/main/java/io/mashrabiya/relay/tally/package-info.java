/// Counters, shown to the operator.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.tally;
