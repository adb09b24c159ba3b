package io.mashrabiya.proof.world;

/// The relay's four WebSockets (formats, section 8).
public enum Door {
  HOME,
  HOME_MEDIA,
  DEVICE,
  DEVICE_MEDIA;

  public boolean isControl() {
    return this == HOME || this == DEVICE;
  }

  public boolean isForHomes() {
    return this == HOME || this == HOME_MEDIA;
  }
}
