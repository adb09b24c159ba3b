package io.mashrabiya.proof.rules.planted.device.accept;

final class StartsAThread {
  Thread decide() {
    return Thread.ofVirtual().start(() -> {});
  }
}
