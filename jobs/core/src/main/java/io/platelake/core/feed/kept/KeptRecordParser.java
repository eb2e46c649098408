package io.platelake.core.feed.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.feed.FeedAdapter;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.FeedParser;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.format.Header;
import io.platelake.core.format.Layout;
import io.platelake.core.format.RecordFormat;
import io.platelake.core.format.RecordSplitter;
import io.platelake.core.record.RawRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads kept records by a feed as it is now. Each record is read by itself, at the place that it
 * has in its file. Not for several threads.
 */
public final class KeptRecordParser {
  /** Layouts whose records have a text that no splitter of the layout reads. */
  private static final Set<Layout> TREES =
      Set.of(Layout.AVRO, Layout.PARQUET, Layout.XML, Layout.PAIRS);

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final FeedDefinition feed;
  private final FeedAdapter adapter;
  private final RecordFormat format;

  public KeptRecordParser(FeedDefinition feed) {
    this.feed = feed;
    this.adapter = FeedAdapter.of(feed);
    this.format = kept(feed.format());
  }

  /** Kept texts are in UTF-8, whatever the file was written in. */
  private static RecordFormat kept(RecordFormat format) {
    return new RecordFormat(
        format.layout(),
        StandardCharsets.UTF_8.name(),
        format.header(),
        format.rows(),
        format.length(),
        format.skip(),
        format.elements());
  }

  /**
   * The outcomes of a record. The list is empty where it is the header by now, or a line that the
   * feed skips. Nothing where the text alone does not tell: it may need the names of columns.
   */
  public Optional<List<RecordResult>> outcomes(KeptRecord kept) {
    if (TREES.contains(feed.layout()) && kept.payload().startsWith("{")) {
      return tree(kept);
    }
    if (feed.layout() == Layout.AVRO || feed.layout() == Layout.PARQUET) {
      return Optional.empty();
    }
    boolean named = format.header().is(Header.Kind.NAMES) || format.header().is(Header.Kind.LINE);
    if (named && kept.header().isEmpty()) {
      List<RecordResult> header = text(kept, "");
      return header.isEmpty() ? Optional.of(header) : Optional.empty();
    }
    return Optional.of(text(kept, format.header().is(Header.Kind.NONE) ? "" : kept.header()));
  }

  private List<RecordResult> text(KeptRecord kept, String header) {
    byte[] text =
        (header + (header.isEmpty() ? "" : "\n") + kept.payload()).getBytes(StandardCharsets.UTF_8);
    long above = header.lines().count();
    List<RecordResult> all = new ArrayList<>();
    FeedParser.of(
            adapter,
            RecordSplitter.checkedByCaller(
                format,
                feed.columns(),
                new ByteArrayInputStream(text),
                RecordSplitter.DEFAULT_LIMIT,
                false))
        .forEachRemaining(all::add);
    all.removeIf(outcome -> outcome.raw().line() <= above);
    return placed(kept, all);
  }

  private Optional<List<RecordResult>> tree(KeptRecord kept) {
    try {
      JsonNode root = JSON.readTree(kept.payload());
      if (!(root instanceof ObjectNode record)) {
        return Optional.empty();
      }
      Iterator<RawRecord> only =
          List.<RawRecord>of(new RawRecord.Tree(kept.line(), kept.offset(), record, null))
              .iterator();
      List<RecordResult> all = new ArrayList<>();
      FeedParser.of(adapter, RecordSplitter.of(only)).forEachRemaining(all::add);
      return Optional.of(placed(kept, all));
    } catch (JsonProcessingException e) {
      // Its message quotes the record.
      return Optional.empty();
    }
  }

  private static List<RecordResult> placed(KeptRecord kept, List<RecordResult> outcomes) {
    List<RecordResult> placed = new ArrayList<>();
    for (RecordResult outcome : outcomes) {
      placed.add(outcome.placed(kept.line(), kept.offset(), kept.item() + placed.size()));
    }
    return placed;
  }
}
