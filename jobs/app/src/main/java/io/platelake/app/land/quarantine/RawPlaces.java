package io.platelake.app.land.quarantine;

import io.platelake.app.land.files.RawFile;
import io.platelake.app.ledger.site.RawFileEvent;
import io.platelake.app.ledger.site.RawFolder;
import io.platelake.app.ledger.site.RawLedger;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;

/** Raw files that still exist, of those whose records wait in quarantine. */
final class RawPlaces {
  private RawPlaces() {}

  /**
   * The files by digest, each with one place.
   *
   * @param given paths that a person names, files or folders
   * @param wanted digests
   */
  static Map<String, String> find(
      Lake lake, FeedDefinition feed, List<String> given, Set<String> wanted) throws IOException {
    List<String> paths = new ArrayList<>(given);
    for (Map.Entry<String, List<RawFileEvent>> folder : known(lake, feed, wanted).entrySet()) {
      new RawFolder(folder.getKey(), lake.spark().sessionState().newHadoopConf())
          .places(folder.getValue()).stream().map(Path::toString).forEach(paths::add);
    }
    Map<String, String> found = new TreeMap<>();
    RawFile.find(paths, lake.spark()).stream()
        .filter(file -> wanted.contains(file.digest()))
        .forEach(file -> found.put(file.digest(), file.path()));
    return found;
  }

  private static Map<String, List<RawFileEvent>> known(
      Lake lake, FeedDefinition feed, Set<String> wanted) {
    return RawLedger.lying(lake).stream()
        .filter(f -> f.feed().equals(feed.id()) && wanted.contains(f.digest()))
        .collect(Collectors.groupingBy(RawFileEvent::folder, TreeMap::new, Collectors.toList()));
  }
}
