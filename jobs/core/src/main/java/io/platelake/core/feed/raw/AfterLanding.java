package io.platelake.core.feed.raw;

/** What happens to a raw file once everything in it is accounted for: key {@code after_landing}. */
public enum AfterLanding {
  /** The file stays where it is; whoever owns it removes it, and status says when that is late. */
  KEEP,
  /** The file is moved to a folder of ours, from which a purge removes it. */
  MOVE,
  /** The file is deleted after its landing is committed. */
  DELETE
}
