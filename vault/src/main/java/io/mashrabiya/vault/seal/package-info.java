/// Sealed frames: SFrame (RFC 9605) around a picture that the home signed (formats, section 4).
package io.mashrabiya.vault.seal;
