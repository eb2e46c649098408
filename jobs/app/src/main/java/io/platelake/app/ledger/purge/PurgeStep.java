package io.platelake.app.ledger.purge;

import java.util.Locale;

/** Steps of a purge, in order. Each can be repeated; each leaves its rows in {@code purge_runs}. */
public enum PurgeStep {
  /** The plan, with everything it would take. */
  PLAN,
  /** The dates take no more reads, and their facts are final once computed. */
  CLOSE,
  /** The facts of the dates. */
  FACTS,
  /** Copies of what a hold keeps. */
  EVIDENCE,
  /** References to pictures in outside stores, written down for these to delete. */
  REFERENCES,
  /** Landed raw files out of their folders. */
  RAW,
  /** Rows out of the tables. */
  DELETE,
  /** Files out of the store. */
  VACUUM,
  /** Whatever VACUUM left. */
  SWEEP,
  /** All of it is done. */
  DONE;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
