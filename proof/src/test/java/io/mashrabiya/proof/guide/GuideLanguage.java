package io.mashrabiya.proof.guide;

import io.mashrabiya.media.scene.Scene;

/// A language of the guide, and what people who speak it call their house and its rooms.
enum GuideLanguage {
  EN("en-GB", "Our house", "Front door", "Nursery", "Living room"),
  AR("ar-SA", "بيتنا", "الباب الأمامي", "غرفة الطفل", "غرفة المعيشة");

  private final String locale;
  private final String house;
  private final String door;
  private final String nursery;
  private final String living;

  GuideLanguage(String locale, String house, String door, String nursery, String living) {
    this.locale = locale;
    this.house = house;
    this.door = door;
    this.nursery = nursery;
    this.living = living;
  }

  /// As a browser asks for it.
  String locale() {
    return locale;
  }

  String house() {
    return house;
  }

  String nameOf(Scene scene) {
    return switch (scene) {
      case DOOR -> door;
      case NURSERY -> nursery;
      case LIVING -> living;
    };
  }
}
