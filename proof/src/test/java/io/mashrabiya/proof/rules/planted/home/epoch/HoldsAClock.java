package io.mashrabiya.proof.rules.planted.home.epoch;

import java.time.InstantSource;

record HoldsAClock(InstantSource clock) {}
