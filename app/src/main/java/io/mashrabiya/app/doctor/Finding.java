package io.mashrabiya.app.doctor;

/// What one examination of one patient came to.
///
/// @param examination its name
public record Finding(Patient patient, String examination, Verdict verdict) {}
