package io.mashrabiya.proof.rules.planted.media;

record ShowsItsPassword(String user, String password) {}
