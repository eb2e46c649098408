package io.platelake.lake.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.delta.LogSegment;
import org.apache.spark.sql.delta.Snapshot;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The keys that a table has seen and did not retire, from its log: the last checkpoint, then the
 * commits after it. They are read in this thread; Delta would rebuild the state of the whole table
 * with Spark.
 */
final class LoggedKeys {
  private static final String ACTION = "txn";
  private static final int MOST_TABLES = 64;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The keys of each table when they were read last; no commit ever changes. */
  private static final Map<Path, Known> KNOWN =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Known> eldest) {
          return size() > MOST_TABLES;
        }
      };

  /**
   * @param table id that Delta gave the table when it was created
   */
  private record Known(String table, long version, Map<String, Long> keys) {}

  private LoggedKeys() {}

  /** The version last seen of each application; empty where only Delta can read the checkpoint. */
  static Optional<Map<String, Long>> of(Snapshot snapshot, Configuration conf) {
    synchronized (KNOWN) {
      Path log = snapshot.logSegment().logPath();
      Optional<Known> before =
          Optional.ofNullable(KNOWN.get(log))
              .filter(known -> known.table().equals(snapshot.metadata().id()))
              .filter(known -> known.version() <= snapshot.version());
      try {
        Optional<Map<String, Long>> keys = read(snapshot.logSegment(), before, conf);
        keys.ifPresent(
            all -> KNOWN.put(log, new Known(snapshot.metadata().id(), snapshot.version(), all)));
        return keys;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Optional<Map<String, Long>> read(
      LogSegment log, Optional<Known> before, Configuration conf) throws IOException {
    long checkpoint = log.checkpointProvider().version();
    Map<String, Long> keys = new HashMap<>();
    long after = checkpoint;
    if (before.isPresent() && before.get().version() >= checkpoint) {
      keys.putAll(before.get().keys());
      after = before.get().version();
    } else {
      for (FileStatus file :
          CollectionConverters.asJava(log.checkpointProvider().topLevelFiles())) {
        if (!file.getPath().getName().endsWith(".checkpoint.parquet")) {
          return Optional.empty();
        }
        keys.putAll(read(file.getPath(), conf));
      }
    }
    for (FileStatus commit : CollectionConverters.asJava(log.deltas())) {
      // Several commits may be compacted into one file, named by the first and the last.
      if (lastVersion(commit.getPath().getName()) > after) {
        apply(commit.getPath(), conf, keys);
      }
    }
    return Optional.of(keys);
  }

  private static long lastVersion(String commit) {
    String[] parts = commit.split("\\.");
    return Long.parseLong(parts.length > 2 && parts[1].matches("\\d+") ? parts[1] : parts[0]);
  }

  private static void apply(Path commit, Configuration conf, Map<String, Long> keys)
      throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                commit.getFileSystem(conf).open(commit), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // Most lines are long and name files.
        if (line.startsWith("{\"" + ACTION + "\"")) {
          JsonNode key = JSON.readTree(line).path(ACTION);
          JsonNode time = key.path("lastUpdated");
          if (time.isNumber() && time.asLong() == KeyExpiry.LONG_AGO) {
            keys.remove(key.path("appId").asText());
          } else {
            keys.put(key.path("appId").asText(), key.path("version").asLong());
          }
        }
      }
    }
  }

  private static Map<String, Long> read(Path checkpoint, Configuration conf) throws IOException {
    Map<String, Long> keys = new HashMap<>();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new Keys(), checkpoint).withConf(conf).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        if (row.getFieldRepetitionCount(ACTION) > 0) {
          Group key = row.getGroup(ACTION, 0);
          boolean retired =
              key.getFieldRepetitionCount("lastUpdated") > 0
                  && key.getLong("lastUpdated", 0) == KeyExpiry.LONG_AGO;
          if (!retired) {
            keys.put(key.getString("appId", 0), key.getLong("version", 0));
          }
        }
      }
    }
    return keys;
  }

  /** Of a checkpoint only the keys. */
  private static final class Keys extends GroupReadSupport {
    @Override
    public ReadSupport.ReadContext init(InitContext context) {
      MessageType file = context.getFileSchema();
      return new ReadSupport.ReadContext(
          new MessageType(
              file.getName(),
              file.getFields().stream().filter(f -> f.getName().equals(ACTION)).toList()));
    }
  }
}
