/// Both ends of the letters between a device and its home (formats, section 6).
package io.mashrabiya.vault.letter;
