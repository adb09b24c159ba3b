package io.mashrabiya.testkit;

/// The mark of a drawn picture, read from pixels. Both numbers are unsigned 32 bits.
///
/// @param camera which virtual camera drew the picture
/// @param counter which of its pictures it is, from 0
public record SeenMark(long camera, long counter) {}
