package io.platelake.core.feed;

import java.util.List;
import java.util.function.Consumer;

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
  void parse(RawRecord record, Consumer<Parsed> out);

  /** Names of all adapters, in alphabetical order. */
  static List<String> names() {
    return List.of(MappingAdapter.NAME, OpenAlprAdapter.NAME, PlateRecognizerAdapter.NAME);
  }

  /** The adapter that {@code feed} names. */
  static FeedAdapter of(FeedDefinition feed) {
    return switch (feed.adapter()) {
      case MappingAdapter.NAME -> new MappingAdapter(feed);
      case OpenAlprAdapter.NAME -> new OpenAlprAdapter(feed);
      case PlateRecognizerAdapter.NAME -> new PlateRecognizerAdapter(feed);
      default -> throw new IllegalArgumentException("no such adapter: " + feed.adapter());
    };
  }
}
