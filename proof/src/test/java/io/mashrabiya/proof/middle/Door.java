package io.mashrabiya.proof.middle;

/// The relay's four WebSockets (formats, section 8).
public enum Door {
  HOME("/v1/home"),
  HOME_MEDIA("/v1/home/media"),
  DEVICE("/v1/device"),
  DEVICE_MEDIA("/v1/device/media");

  private final String path;

  Door(String path) {
    this.path = path;
  }

  static Door at(String path) {
    for (Door door : values()) {
      if (door.path.equals(path)) {
        return door;
      }
    }
    throw new IllegalArgumentException("the relay has no door " + path);
  }
}
