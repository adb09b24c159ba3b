package io.mashrabiya.relay.site;

/// What is said of the relay's own, and kept by nobody.
record Answer(String contentType, byte[] body) {}
