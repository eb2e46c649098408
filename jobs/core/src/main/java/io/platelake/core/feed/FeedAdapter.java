package io.platelake.core.feed;

import io.platelake.core.record.RawRecord;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Understands the records of one vendor's export route.
 *
 * <p>An adapter throws on no record: every record gives at least one outcome, a read or a reason.
 * It holds what the feed definition compiles to and no state of a file.
 */
public interface FeedAdapter {
  /** The name in key {@code adapter}. */
  String name();

  /** Gives one outcome for each read in the record, or one that says why there is none. */
  void parse(RawRecord record, Consumer<ParsedRead> out);

  /** Names of all adapters, in alphabetical order. */
  static List<String> names() {
    return Stream.concat(Stream.of(MappingAdapter.NAME), MakerFormats.names().stream())
        .sorted()
        .toList();
  }

  /** Names that the feed looks for in its records. */
  static Set<String> fieldNames(FeedDefinition feed) {
    return switch (feed.adapter()) {
      case OpenAlprAdapter.NAME -> Set.copyOf(OpenAlprAdapter.NAMES);
      case PlateRecognizerAdapter.NAME -> Set.copyOf(PlateRecognizerAdapter.NAMES);
      default -> Set.copyOf(MappingAdapter.names(feed.mapping()));
    };
  }

  /** Whether the format is not flat, so that Java reads it and no mapping. */
  static boolean isJava(String name) {
    return name.equals(OpenAlprAdapter.NAME) || name.equals(PlateRecognizerAdapter.NAME);
  }

  /** The adapter that {@code feed} names. */
  static FeedAdapter of(FeedDefinition feed) {
    return switch (feed.adapter()) {
      case OpenAlprAdapter.NAME -> new OpenAlprAdapter(feed);
      case PlateRecognizerAdapter.NAME -> new PlateRecognizerAdapter(feed);
      default -> new MappingAdapter(feed);
    };
  }
}
