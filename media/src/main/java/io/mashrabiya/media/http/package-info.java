/// Cameras that give JPEG pictures over HTTP/1.1 (RFC 9110, RFC 9112): as an endless answer of
/// parts, or one picture for each question.
@NullMarked
package io.mashrabiya.media.http;

import org.jspecify.annotations.NullMarked;
