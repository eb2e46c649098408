package io.platelake.core.share;

/** What the register tells about a body: unclear is never taken for no. */
enum Told {
  YES,
  NO,
  UNCLEAR;

  static Told of(boolean yes) {
    return yes ? YES : NO;
  }
}
