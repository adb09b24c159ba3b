/// For tests only: a real browser, an RTSP server that is not ours, and the reader of the mark in
/// drawn pictures. Bad lines are in [io.mashrabiya.testkit.line].
@NullMarked
package io.mashrabiya.testkit;

import org.jspecify.annotations.NullMarked;
