/// Who is linked, and which message goes to whom. What decides here is pure.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.route;
