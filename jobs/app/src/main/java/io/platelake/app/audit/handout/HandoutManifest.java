package io.platelake.app.audit.handout;

import java.time.Instant;
import java.util.List;

/**
 * What a handout says about itself.
 *
 * @param rows rows in the file; a shorter file is cut
 * @param sha256 digest of the file
 * @param firstSeq number of its first row in the access log; 0 without rows
 * @param lastHash hash of its last row in the chain; empty without rows, and in a redacted file
 */
record HandoutManifest(
    String kind,
    String agency,
    Instant asOf,
    Instant from,
    Instant to,
    String file,
    long rows,
    String sha256,
    long firstSeq,
    long lastSeq,
    String lastHash,
    List<String> leftOut,
    String policyVersion) {}
