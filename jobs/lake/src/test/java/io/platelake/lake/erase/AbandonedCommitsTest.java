package io.platelake.lake.erase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedCommitsTest {
  private static final String ID = "0d868828-3787-46e6-8c37-7f6b296329bd";

  @TempDir java.nio.file.Path log;

  @Test
  void shouldRemoveUnfinishedCommitsOfVersionsThatExistAndNothingElse() throws IOException {
    List<String> stay =
        List.of(
            ".00000000000000000004.json.crc",
            ".00000000000000000005.json." + ID + ".tmp",
            "00000000000000000004.crc",
            "00000000000000000004.json",
            "_last_checkpoint");
    List<String> go =
        List.of(
            ".00000000000000000004.json." + ID + ".tmp",
            "..00000000000000000004.json." + ID + ".tmp.crc",
            ".00000000000000000003.checkpoint.parquet." + ID + ".tmp",
            "._last_checkpoint." + ID + ".tmp");
    for (String name : Stream.concat(stay.stream(), go.stream()).toList()) {
      Files.writeString(log.resolve(name), "{}");
    }

    FileSystem fs = FileSystem.getLocal(new Configuration());
    AbandonedCommits.sweep(fs, new Path(log.toUri()), 4);

    try (Stream<java.nio.file.Path> left = Files.list(log)) {
      assertEquals(stay, left.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }
}
