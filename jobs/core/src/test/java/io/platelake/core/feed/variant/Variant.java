package io.platelake.core.feed.variant;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.Feeds;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.record.Disposition;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that says what samples say.
 *
 * @param truths of its records, in their order
 */
record Variant(String maker, FeedDefinition feed, byte[] file, List<Truth> truths) {

  /** The worst verdict on one of its records. */
  Verdict verdict() {
    List<ParsedRead> found = Feeds.outcomes(feed, file).stream().map(RecordResult::parsed).toList();
    return found.size() == truths.size() ? inOrder(found) : inAnyOrder(found);
  }

  private Verdict inOrder(List<ParsedRead> found) {
    Verdict worst = Verdict.RIGHT;
    for (int i = 0; i < found.size(); i++) {
      worst = worst.worse(truths.get(i).verdict(found.get(i)));
    }
    return worst;
  }

  /** Records that were not told apart: each read has its truth, and what is missing is kept. */
  private Verdict inAnyOrder(List<ParsedRead> found) {
    List<Truth> missing = new ArrayList<>(truths);
    Verdict worst = Verdict.RIGHT;
    for (ParsedRead one : found) {
      Truth truth =
          missing.stream()
              .filter(t -> t.verdict(one).compareTo(Verdict.UNKNOWN) <= 0)
              .findFirst()
              .orElse(null);
      if (truth != null) {
        missing.remove(truth);
        worst = worst.worse(truth.verdict(one));
      } else if (one instanceof ParsedRead.Read) {
        return Verdict.WRONG;
      }
    }
    boolean kept =
        found.stream()
            .anyMatch(
                one ->
                    one instanceof ParsedRead.Defect defect
                        && defect.reason().disposition() == Disposition.QUARANTINED);
    boolean lost = missing.stream().anyMatch(Truth::isRead);
    return worst.worse(!kept && lost ? Verdict.SILENT : Verdict.QUARANTINED);
  }
}
