package io.platelake.app.match;

/** What {@code match} counts: keys of its run record, in their order. */
enum MatchCount {
  /** Reads of the window, matched or not. */
  READS,
  /** Of these, reads without a plate. */
  READS_WITHOUT_PLATE,
  /** Of these, reads with a plate that must be gone already. */
  READS_EXPIRED,
  /** Entries of the lists in force. */
  ENTRIES,
  /** Hits of all tiers. */
  HITS,
  /** Hits with equal plates. */
  EXACT,
  /** Hits with plates alike under the policy's classes. */
  EQUIVALENT,
  /** Hits with plates one character away, or another candidate of the reader's. */
  NEAR,
  /** Hits of entries that know a part of their plate. */
  PARTIAL,
  /** Hits of descriptions without a plate. */
  VEHICLE,
  /** Hits that are alerts. */
  ALERTS,
  /** Earlier hits that were marked because their entry is gone. */
  MARKED_STALE,
  /** Retained reads that were read whole, because a new entry has no whole plate. */
  READS_SCANNED,
  /** Entries that fit more reads than describe one vehicle. */
  ENTRIES_TOO_WIDE,
  /** Hits of these that were not kept. */
  HITS_BEYOND_LIMIT
}
