package io.platelake.app.land.quarantine;

import io.platelake.app.job.option.InputFiles;
import io.platelake.core.Ids;
import io.platelake.core.feed.FeedDefinition;
import java.nio.file.Path;

/** The feed file that says how quarantined records are read now. */
final class QuarantinedFeed {
  private QuarantinedFeed() {}

  /** The definition; {@link io.platelake.core.BadInput} for a file that is none. */
  static FeedDefinition read(Path file) {
    FeedDefinition feed = FeedDefinition.read(InputFiles.text(file), file.toString());
    Ids.checkFeed("Feed file " + file + ", id", feed.id());
    return feed;
  }
}
