/// Becoming a member of a household by a link, and what a device keeps of it (formats, section 7).
package io.mashrabiya.device.pair;
