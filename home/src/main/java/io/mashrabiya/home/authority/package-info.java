/// Who may look: the household's members, its invites, and the ruling on each request.
///
/// Pure: a message and the time go in, a ruling comes out. Nothing here reads a clock, a file or a
/// socket, or holds a secret.
@NullMarked
package io.mashrabiya.home.authority;

import org.jspecify.annotations.NullMarked;
