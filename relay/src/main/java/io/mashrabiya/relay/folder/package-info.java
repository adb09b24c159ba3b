/// The relay's folder: what the operator decided about homes and changes, and who runs from there.
@org.jspecify.annotations.NullMarked
package io.mashrabiya.relay.folder;
