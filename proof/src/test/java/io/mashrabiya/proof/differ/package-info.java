/// Two implementations of one format, Java's and TypeScript's, are given the same inputs by the
/// thousand, and must say the same of each: what it is, or that it is nothing. Whatever only one of
/// them takes is a way for whoever is in the middle to tell a home one thing and a screen another.
@NullMarked
package io.mashrabiya.proof.differ;

import org.jspecify.annotations.NullMarked;
