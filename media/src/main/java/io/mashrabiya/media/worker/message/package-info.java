/// What a home and its worker process say to each other, over the worker's standard input and
/// output. All numbers are big-endian.
///
/// ```
/// message  = version (1 byte: 1), length of the body (4 bytes: 1 to 16 MiB), body
/// body     = kind (1 byte), request (4 bytes), the fields of its kind
/// bytes    = length (4 bytes), that many bytes; texts are UTF-8
/// ```
///
/// The home sends an [io.mashrabiya.media.worker.message.Order] and waits for its one
/// [io.mashrabiya.media.worker.message.Answer], which repeats the order's request number; the
/// worker begins with one answer that nobody asked for, that it is ready. Both take the other for
/// hostile: what is malformed ends the conversation, by
/// [io.mashrabiya.media.worker.message.MalformedMessage].
@NullMarked
package io.mashrabiya.media.worker.message;

import org.jspecify.annotations.NullMarked;
