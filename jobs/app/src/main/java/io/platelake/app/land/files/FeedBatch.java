package io.platelake.app.land.files;

import io.platelake.core.feed.FeedDefinition;

/** A batch with the feed that it is of. */
public record FeedBatch(FeedDefinition feed, Batch batch) {

  /** About how many bytes it is to land. */
  public long weight() {
    return batch.files().stream().mapToLong(RawFile::weight).sum();
  }

  /**
   * Whether the batch may land together with batches of other feeds. One that an earlier run began
   * has its own rows to replace. Readings that correct each other are looked at feed by feed.
   */
  boolean isAlone() {
    return batch.resumed()
        || !batch.before().isEmpty()
        || !batch.kept().isEmpty()
        || feed.event().corrects();
  }
}
