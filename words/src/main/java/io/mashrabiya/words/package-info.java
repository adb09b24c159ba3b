/// Sentences for people. A room says what happened with [io.mashrabiya.words.Sentence#say], in
/// English and with its values apart; in which language that is read is decided where it is shown.
@NullMarked
package io.mashrabiya.words;

import org.jspecify.annotations.NullMarked;
