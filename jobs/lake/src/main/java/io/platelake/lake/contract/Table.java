package io.platelake.lake.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Every table of a lake; the contract of each is {@code schemas/tables/<folder>.yaml}. */
public enum Table {
  READS,
  CORRECTIONS,
  PASSES,
  QUARANTINE,
  LANDING,
  RAW_FILES,
  EXCLUSIONS,
  CAMERAS,
  DEPLOYMENTS,
  ZONES,
  HOTLISTS,
  HOTLIST_ENTRIES,
  HOTLIST_DECISIONS,
  HITS,
  IMAGES,
  OUTCOMES,
  CONFUSIONS,
  SUPPRESSIONS,
  HOLDS,
  EVIDENCE,
  DAILY_FACTS,
  PURGE_APPROVALS,
  PURGE_RUNS,
  PURGE_CERTIFICATES,
  ACCESS_LOG,
  ACCESS_TOTALS,
  SHARES,
  EXPORTS,
  RESEARCH_RELEASES,
  AUDITS,
  AUDIT_FINDINGS,
  AUDIT_SAMPLES,
  AUDIT_REVIEWS,
  INCIDENTS,
  POLICY_REVIEWS,
  POLICY_VERSIONS,
  REGISTERS,
  JOB_RUNS;

  /** Folder under the root of the lake or of its audits, and name in every document. */
  @JsonValue
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
