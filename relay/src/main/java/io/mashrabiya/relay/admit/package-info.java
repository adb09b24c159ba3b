/// Who may link, and how much they may send. What decides here is pure.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.admit;
