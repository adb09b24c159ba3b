/// What is wrong with a set-up, and what to do about it (docs/ref/doctor.md): examinations, their
/// verdicts, and how these are told.
@NullMarked
package io.mashrabiya.app.doctor;

import org.jspecify.annotations.NullMarked;
