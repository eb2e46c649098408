package io.platelake.core.feed.variant;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.Feeds;
import io.platelake.core.feed.Maker;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.record.RawRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record of a maker's sample.
 *
 * @param known its outcomes, which {@code expected.txt} beside the sample holds
 */
record SampleRecord(
    String maker, FeedDefinition feed, FieldNames names, RawRecord raw, List<ParsedRead> known) {

  /** The records of all samples that are records, by maker. */
  static Map<String, List<SampleRecord>> all() {
    Map<String, List<SampleRecord>> all = new LinkedHashMap<>();
    for (Maker maker : Maker.all()) {
      FeedDefinition feed = maker.feed();
      FieldNames names = FieldNames.of(feed, maker.keys());
      List<SampleRecord> records = new ArrayList<>();
      maker
          .samples()
          .forEach(
              file -> {
                Map<Long, List<RecordResult>> byPlace = new LinkedHashMap<>();
                for (RecordResult one : Feeds.outcomes(feed, Maker.bytes(file))) {
                  byPlace.computeIfAbsent(one.raw().offset(), o -> new ArrayList<>()).add(one);
                }
                byPlace.values().stream()
                    .map(results -> of(maker, feed, names, results))
                    .filter(record -> Form.of(record).isReadable(record))
                    .forEach(records::add);
              });
      all.put(maker.name(), records);
    }
    return all;
  }

  private static SampleRecord of(
      Maker maker, FeedDefinition feed, FieldNames names, List<RecordResult> results) {
    return new SampleRecord(
        maker.name(),
        feed,
        names,
        results.get(0).raw(),
        results.stream().map(RecordResult::parsed).toList());
  }

  /** Whether all of it are reads. */
  boolean isRead() {
    return known.stream().allMatch(ParsedRead.Read.class::isInstance);
  }
}
