/// Pairing links and the two messages of an enrolment (formats, section 7).
package io.mashrabiya.vault.enrol;
