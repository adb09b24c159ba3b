/// In which language the command line speaks, and what it says there (docs/design/language.md).
@NullMarked
package io.mashrabiya.app.language;

import org.jspecify.annotations.NullMarked;
