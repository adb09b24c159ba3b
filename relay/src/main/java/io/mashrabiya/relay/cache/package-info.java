/// The newest sealed pictures, kept in memory for whoever comes next. What decides here is pure.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.cache;
