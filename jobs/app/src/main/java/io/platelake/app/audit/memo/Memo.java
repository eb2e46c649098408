package io.platelake.app.audit.memo;

import java.time.Instant;
import java.util.List;

/**
 * A memorandum.
 *
 * @param to who reviews the audit
 * @param from who audited
 * @param asOf instant that its figures are of, UTC
 * @param windowFrom first instant of the searches, UTC
 * @param windowTo first instant after them, UTC
 * @param authority clause that asks for the audit
 */
record Memo(
    String auditId,
    String agency,
    String policyTitle,
    String policyVersion,
    String to,
    String from,
    Instant asOf,
    Instant windowFrom,
    Instant windowTo,
    String authority,
    List<MemoSection> sections) {
  Memo {
    sections = List.copyOf(sections);
  }

  String subject() {
    return "Audit " + auditId + " of the use of licence plate readers";
  }
}
