package io.platelake.app.audit.memo;

import io.platelake.app.ledger.audit.ReviewLedger.Review;
import io.platelake.app.ledger.audit.SampleLedger.Drawn;
import io.platelake.app.ledger.audit.SampleLedger.Item;
import io.platelake.core.audit.AuditSample;
import io.platelake.core.audit.ReviewOutcome;
import io.platelake.core.policy.governance.AuditRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sample of an audit and what reviewers found in it: population, method, outcomes, errors. */
final class SampleSections {
  private final Drawn drawn;
  private final Map<String, Review> reviews;
  private final String reviewed;

  SampleSections(Drawn drawn, List<Review> reviews) {
    this.drawn = drawn;
    this.reviews = reviews.stream().collect(Collectors.toMap(Review::item, Function.identity()));
    this.reviewed = "audit_reviews where audit_id is " + drawn.auditId();
  }

  List<MemoSection> sections(AuditRules rules) {
    return List.of(drawn(rules), outcomes(), errors());
  }

  private MemoSection drawn(AuditRules rules) {
    String source = "audit_samples where audit_id is " + drawn.auditId();
    List<MemoFigure> figures = new ArrayList<>();
    figures.add(
        MemoFigure.of(
            "Searches in the period (population)",
            drawn.population(),
            source
                + (drawn.source().equals("own")
                    ? ": access log, log own"
                    : ": imported_log, log " + drawn.source())));
    figures.add(new MemoFigure("SHA-256 of their ids", drawn.digest(), source));
    figures.add(new MemoFigure("Seed", drawn.seed(), source));
    figures.add(MemoFigure.of("Items asked for", drawn.asked(), source));
    figures.add(MemoFigure.of("Items drawn", drawn.items().size(), source));
    figures.add(
        new MemoFigure(
            "Least number by the policy",
            rules.sampleSize().map(n -> Integer.toString(n)).orElse("not set"),
            "policy, audits.sample_size"));
    figures.add(
        new MemoFigure("Stratified by", drawn.stratifiedBy().orElse("not stratified"), source));
    return new MemoSection("Sample", AuditSample.METHOD, figures, List.of());
  }

  private MemoSection outcomes() {
    List<MemoFigure> figures = new ArrayList<>();
    for (ReviewOutcome outcome : ReviewOutcome.values()) {
      if (outcome != ReviewOutcome.FALSE_ALARM) {
        figures.add(
            MemoFigure.share(
                "Searches that are " + outcome.words(),
                reviews.values().stream().filter(r -> r.outcome() == outcome).count(),
                drawn.items().size(),
                reviewed + ", outcome " + outcome.label()));
      }
    }
    figures.add(
        MemoFigure.of(
            "Items without an outcome",
            drawn.items().size() - reviews.size(),
            "items of the sample without a review"));
    return new MemoSection(
        "Outcomes",
        "Each item was judged by another person than the searcher.",
        figures,
        List.of(items()));
  }

  private MemoTable items() {
    List<List<String>> rows = new ArrayList<>();
    for (Item item : drawn.items()) {
      Optional<Review> review = Optional.ofNullable(reviews.get(item.id()));
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              item.id(),
              item.stratum(),
              review.map(r -> r.outcome().words()).orElse("open"),
              review.flatMap(Review::error).orElse(""),
              String.join(" ", item.labels())));
    }
    return new MemoTable(
        "Sampled searches",
        "audit_samples and " + reviewed,
        List.of("no.", "search", "stratum", "outcome", "error in data", "labels of detectors"),
        rows);
  }

  private MemoSection errors() {
    Map<String, Long> errors = new TreeMap<>();
    reviews.values().stream()
        .flatMap(r -> r.error().stream())
        .forEach(error -> errors.merge(error, 1L, Long::sum));
    List<MemoFigure> figures = new ArrayList<>();
    figures.add(
        MemoFigure.share(
            "Items with an error in the data",
            errors.values().stream().mapToLong(Long::longValue).sum(),
            drawn.items().size(),
            reviewed + ", error given"));
    errors.forEach((error, n) -> figures.add(MemoFigure.of(error, n, reviewed + ", this error")));
    return new MemoSection(
        "Errors in data", "What reviewers found wrong in what was recorded.", figures, List.of());
  }
}
