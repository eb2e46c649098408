package io.platelake.app.audit.sample;

import io.platelake.app.ledger.audit.SampleLedger.Drawn;
import io.platelake.app.ledger.audit.SampleLedger.Item;
import io.platelake.core.audit.AuditSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code sample.json} says, so that anybody can draw the sample again.
 *
 * @param stratifiedBy null for a plain sample
 * @param policyAsksForAtLeast null where the policy sets no size
 * @param worksheetSha256 digest of the worksheet as it was written
 */
record SampleManifest(
    String auditId,
    String agency,
    Instant drawnAt,
    Instant from,
    Instant to,
    String source,
    long population,
    String populationSha256,
    String seed,
    String method,
    String stratifiedBy,
    Map<String, AuditSample.Stratum> strata,
    long asked,
    int drawn,
    Integer policyAsksForAtLeast,
    String policyVersion,
    String principal,
    List<String> items,
    String worksheetSha256) {

  static SampleManifest of(
      String agency,
      Drawn drawn,
      AuditSample sample,
      Optional<Integer> least,
      String worksheetSha256) {
    return new SampleManifest(
        drawn.auditId(),
        agency,
        drawn.at(),
        drawn.window().from(),
        drawn.window().to(),
        drawn.source(),
        drawn.population(),
        drawn.digest(),
        drawn.seed(),
        AuditSample.METHOD,
        drawn.stratifiedBy().orElse(null),
        sample.strata(),
        drawn.asked(),
        drawn.items().size(),
        least.orElse(null),
        drawn.policyVersion(),
        drawn.principal(),
        drawn.items().stream().map(Item::id).toList(),
        worksheetSha256);
  }
}
