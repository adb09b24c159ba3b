/// A device at work: questions to its home, sessions with cameras, beats, and what it sees.
package io.mashrabiya.device.open;
