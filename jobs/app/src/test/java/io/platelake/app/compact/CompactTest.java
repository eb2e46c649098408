package io.platelake.app.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.CommitKey;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactTest {
  @TempDir Path folder;

  @Test
  void shouldRewriteDatesThatNoLongerChangeOnceAndLeaveTheOthers() throws IOException {
    Lake lake = TestLake.in(folder);
    for (int file = 0; file < 3; file++) {
      lake.append(
          Table.READS,
          Rows.of(
                  Table.READS,
                  """
                  read_id | plate | captured_at
                  N1      | CC333 | 2026-06-10T10:00:00Z
                  N2      | AA111 | 2026-06-10T10:00:00Z
                  N3      | BB222 | 2026-06-18T10:00:00Z
                  N4      | DD444 | 2026-05-31T10:00:00Z
                  """
                      .replace("N", Integer.toString(file + 1)))
              .coalesce(1),
          new CommitKey("test:" + file, 0));
    }
    String before = Rows.text(lake.read(Table.READS));

    JsonNode counts = compact();
    assertEquals(1, counts.path("rewritten").asLong(), counts.toString());
    assertEquals(6, counts.path("rows").asLong());
    assertEquals(3, counts.path("files_before").asLong());
    assertEquals(1, counts.path("files_after").asLong());

    assertEquals(before, Rows.text(lake.read(Table.READS)));
    assertEquals(1, parquet("2026-06-10").size(), "what was replaced is erased");
    assertEquals(3, parquet("2026-06-18").size(), "reads of two days ago may still come");
    assertEquals(3, parquet("2026-05-31").size(), "the next purge takes them");
    List<Long> keys =
        lake
            .spark()
            .read()
            .format("delta")
            .load(folder.resolve("reads").toString())
            .where("purpose = 'criminal' and date = date'2026-06-10'")
            .select("plate_key")
            .collectAsList()
            .stream()
            .map(r -> r.getLong(0))
            .toList();
    assertEquals(keys.stream().sorted().toList(), keys);

    assertEquals(0, compact().path("rewritten").asLong(), "a second run has nothing to do");
    CliRun wrong = CliRun.at(folder, "2026-06-20T02:00:00Z", "compact", "--file-mb", "0");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("is outside 1 to 4096"), wrong.err());
  }

  private JsonNode compact() {
    CliRun run = CliRun.at(folder, "2026-06-20T02:00:00Z", "--json", "compact");
    assertEquals(0, run.code(), run.all());
    return run.record().path("counts");
  }

  private List<Path> parquet(String date) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("reads/purpose=criminal/date=" + date))) {
      return files.filter(f -> f.toString().endsWith(".parquet")).toList();
    }
  }
}
