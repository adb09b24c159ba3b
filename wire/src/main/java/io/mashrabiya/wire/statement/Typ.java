package io.mashrabiya.wire.statement;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a signed statement is. The label stands in its protected header, so that a signature made
/// for one type never counts for another.
public enum Typ {
  HOME_CERTIFICATE("home-certificate"),
  MEMBER_LIST("member-list"),
  KEY_CARD("key-card"),
  HOME_LINK("home-link"),
  DEVICE_LINK("device-link"),
  ENROL("enrol"),

  OPEN("open"),
  BEAT("beat"),
  CLOSE("close"),
  HOUSEHOLD("household"),
  REMOVE("remove"),
  INVITE("invite"),
  UNINVITE("uninvite"),
  SET_MEMBER("set-member"),
  SET_PRIVACY("set-privacy"),
  REPORT("report"),
  NEWER("newer"),

  OPENED("opened"),
  BEAT_ANSWER("beat-answer"),
  HOUSEHOLD_ANSWER("household-answer"),
  INVITED("invited"),
  RULED("ruled"),
  DONE("done"),
  REFUSED("refused"),

  HOUSEHOLD_CHANGED("household-changed");

  private static final Map<String, Typ> BY_LABEL =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Typ::label, Function.identity()));

  private final String label;

  Typ(String name) {
    label = "mashrabiya/v1/" + name;
  }

  public String label() {
    return label;
  }

  /// Whether a letter may be of it (formats, section 6).
  public boolean isLetter() {
    return compareTo(OPEN) >= 0;
  }

  static @org.jspecify.annotations.Nullable Typ ofLabel(String label) {
    return BY_LABEL.get(label);
  }
}
