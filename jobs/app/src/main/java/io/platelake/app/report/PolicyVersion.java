package io.platelake.app.report;

import io.platelake.core.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy as adopted.
 *
 * @param version first 16 characters of the SHA-256 of its text
 * @param effectiveFrom UTC
 * @param policy its rules
 */
record PolicyVersion(String version, Instant effectiveFrom, Policy policy) {
  static final String COLLECTION = "collection";
  static final String RETENTION = "retention";
  static final String ACCESS = "access";
  static final String SHARING = "sharing";
  static final String OTHER = "other";
  static final List<String> HEADS = List.of(COLLECTION, RETENTION, ACCESS, SHARING, OTHER);

  /** Heads under which this version differs from the one before it; other when under none. */
  List<String> changesSince(PolicyVersion before) {
    Policy a = before.policy;
    Policy b = policy;
    List<String> heads = new ArrayList<>();
    add(heads, COLLECTION, collection(a), collection(b));
    add(heads, RETENTION, retention(a), retention(b));
    add(heads, ACCESS, access(a), access(b));
    add(heads, SHARING, sharing(a), sharing(b));
    add(heads, OTHER, other(a), other(b));
    return heads.isEmpty() ? List.of(OTHER) : heads;
  }

  private static List<Object> collection(Policy p) {
    return List.of(
        p.purposes(),
        p.landingRules(),
        p.hotlists(),
        p.alerts(),
        p.matchingRules(),
        p.protectedPlaceRules());
  }

  private static List<Object> retention(Policy p) {
    return List.of(p.retention(), p.records(), p.holds(), p.purgeRules());
  }

  private static List<Object> access(Policy p) {
    return List.of(p.auditRules(), p.trainingRules());
  }

  private static List<Object> sharing(Policy p) {
    return List.of(p.sharingRules(), p.researchRules());
  }

  /** Without the label of the version, which every version changes. */
  private static List<Object> other(Policy p) {
    return List.of(p.id(), p.title(), p.statute(), p.reportRules(), p.reviewRule());
  }

  private static void add(List<String> heads, String head, Object before, Object now) {
    if (!before.equals(now)) {
      heads.add(head);
    }
  }
}
