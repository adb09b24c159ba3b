package io.mashrabiya.proof.rules.planted.home.util;

final class Everything {}
