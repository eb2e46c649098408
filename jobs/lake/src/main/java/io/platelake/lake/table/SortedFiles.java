package io.platelake.lake.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Says in the log by which column the rows of a file are sorted. Neither its size nor their number
 * shows it: landing may leave a whole date in one file, in the order of arrival.
 */
public final class SortedFiles {
  /** Tag of a data file whose value is the column. */
  public static final String TAG = "platelake.sortedBy";

  private SortedFiles() {}

  /** The same actions, with the column at each file that they add. */
  static List<Action> marked(List<Action> actions, String column) {
    return actions.stream()
        .map(action -> action instanceof AddFile file ? marked(file, column) : action)
        .toList();
  }

  private static Action marked(AddFile file, String column) {
    Map<String, String> tags = new HashMap<>(CollectionConverters.asJava(file.tagsOrEmpty()));
    tags.put(TAG, column);
    return file.copyWithTags(
        scala.collection.immutable.Map.from(CollectionConverters.asScala(tags)));
  }
}
