package io.platelake.lake.proof.log;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a Delta log says about the newest version of its table.
 *
 * @param version newest version
 * @param minReader minimum reader version of the protocol
 * @param minWriter minimum writer version of the protocol
 * @param features reader and writer features the protocol lists
 * @param properties table properties as set, {@code delta.} ones included
 * @param partitionColumns in the order of the folders
 * @param columns names of all columns, nested ones too, without their parents
 * @param active live files by path
 * @param tombstones removed files the log still names: path to deletion time, milliseconds since
 *     1970 UTC (0 when the log gives none); a path that is live again is not among them
 */
public record TableState(
    long version,
    int minReader,
    int minWriter,
    Set<String> features,
    Map<String, String> properties,
    List<String> partitionColumns,
    Set<String> columns,
    SortedMap<String, LoggedFile> active,
    SortedMap<String, Long> tombstones) {

  public TableState {
    features = Set.copyOf(features);
    properties = Map.copyOf(properties);
    partitionColumns = List.copyOf(partitionColumns);
    columns = Set.copyOf(columns);
    active = Collections.unmodifiableSortedMap(active);
    tombstones = Collections.unmodifiableSortedMap(tombstones);
  }
}
