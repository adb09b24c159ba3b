package io.mashrabiya.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a test class that looks through [Chromium]. Its tests may take the browser, which the
/// whole run shares, and a [Tab], which is fresh for each test and closed after it, as parameters.
/// They run on one thread.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(ChromiumParameters.class)
public @interface ChromiumTest {}
