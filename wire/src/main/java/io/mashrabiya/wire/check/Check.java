package io.mashrabiya.wire.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A check that a promise hangs on. The method answers `true` when all is well, and `proof` shows
/// that it is needed: where it always answers so, some history breaks a promise
/// (docs/design/lies.md).
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Check {}
