/// The device's WebSockets to a relay, in blocking style (formats, section 8).
package io.mashrabiya.device.link;
