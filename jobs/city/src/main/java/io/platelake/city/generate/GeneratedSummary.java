package io.platelake.city.generate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.platelake.city.option.Feed;
import io.platelake.city.truth.ExpectedFate;
import java.util.Map;

/**
 * What a run has written; also the content of {@code summary.json}, in snake case.
 *
 * @param reads passes recorded: exactly the number asked for
 * @param records rows of the truth: reads and what came on top of them
 * @param lines payload lines, headers not counted; a picture with two plates is one
 * @param files payload files
 * @param vehicles size of the fleet
 * @param commuters of these, with a daily way
 * @param cameras in the registry
 * @param excludedCameras of these, at a protected place at some time
 * @param outcomes records by feed and {@link ExpectedFate}
 * @param reasons refused and quarantined records by reason
 * @param defects records by planted defect
 * @param exactShare of records with a plate, how many are read exactly
 * @param listed hot-list entries in all
 * @param listedOfFleet of these, about vehicles that cameras can see
 * @param plantedListRows rows of each snapshot that must not become entries, by why
 * @param matches what kept reads of the list's purpose have to do with entries, by cause and tier
 */
@JsonPropertyOrder(alphabetic = true)
public record GeneratedSummary(
    long reads,
    long records,
    long lines,
    int files,
    int vehicles,
    int commuters,
    int cameras,
    int excludedCameras,
    Map<String, Map<String, Long>> outcomes,
    Map<String, Long> reasons,
    Map<String, Long> defects,
    double exactShare,
    int listed,
    int listedOfFleet,
    Map<String, Long> plantedListRows,
    Map<String, Long> matches) {

  /** Records of one feed with one outcome. */
  public long count(Feed feed, ExpectedFate outcome) {
    return outcomes.getOrDefault(feed.id(), Map.of()).getOrDefault(outcome.key(), 0L);
  }

  /** Records of all feeds with one outcome. */
  public long count(ExpectedFate outcome) {
    long sum = 0;
    for (Feed feed : Feed.values()) {
      sum += count(feed, outcome);
    }
    return sum;
  }
}
