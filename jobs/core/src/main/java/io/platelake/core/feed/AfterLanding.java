package io.platelake.core.feed;

/** What happens to a raw file once everything in it is accounted for: key {@code after_landing}. */
public enum AfterLanding {
  /** The file stays where it is; somebody else owns its retention. */
  KEEP,
  /** The file is deleted after its landing is committed. */
  DELETE
}
