/// Where letters and newcomers are dealt with: what came is opened, the authority rules, its ruling
/// is carried out, and whoever it concerns is told.
@NullMarked
package io.mashrabiya.home.desk;

import org.jspecify.annotations.NullMarked;
