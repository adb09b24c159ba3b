package io.mashrabiya.wire.codec;

/// Bytes or text from a peer that are not of the form they should have.
///
/// Carries which production of `docs/ref/formats.md` was being read and the offset at which it
/// failed, never the input itself, which may hold secrets. It is checked, so that each edge decides
/// what a hostile peer costs, and has no stack trace, so that a flood of bad input stays cheap.
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1;

  private final String production;
  private final int offset;

  public Malformed(String production, int offset) {
    super(production + " is malformed at byte " + offset, null, false, false);
    this.production = production;
    this.offset = offset;
  }

  /// What was being read, for example `member-list.serial`.
  public String production() {
    return production;
  }

  /// Where in the input it failed, in bytes (in characters for text), counted from 0.
  public int offset() {
    return offset;
  }
}
