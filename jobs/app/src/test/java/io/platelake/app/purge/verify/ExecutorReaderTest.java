package io.platelake.app.purge.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.FeedFolder;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.proof.covered.FileTimes;
import io.platelake.lake.proof.covered.FileTimes.Question;
import io.platelake.lake.proof.covered.TimesReader;
import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.files.StoredFile;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks of Spark must answer what one process does, about good files and bad ones. */
@Tag("lake")
class ExecutorReaderTest {
  private static final List<Question> QUESTIONS =
      List.of(new Question("captured_at", true), new Question("no_such_time", true));

  @TempDir Path folder;

  @Test
  void shouldAnswerAsOneProcessDoes() throws IOException {
    FeedFolder feed = new FeedFolder(folder);
    feed.csv("keep");
    feed.write(
        "inbox/a.csv",
        FeedFolder.HEADER
            + "e1,cam-1,2026-06-09T08:00:00Z,TST0001,WA,0.9\n"
            + "e2,cam-1,2026-06-10T09:00:00Z,TST0002,WA,0.9\n");
    feed.land("2026-06-10T12:00:00Z", folder.resolve("inbox"));
    Lake lake = feed.lake();
    Path table = TestLake.folder(lake).resolve(Table.READS.folder());
    Files.write(table.resolve("purpose=criminal/date=2026-06-10/torn.parquet"), new byte[9]);
    Map<StoredFile, List<Question>> asked = new TreeMap<>((a, b) -> a.path().compareTo(b.path()));
    FileListing.of(lake.fileSystem(), lake.path(Table.READS)).files().values().stream()
        .filter(file -> file.name().endsWith(".parquet") && !file.path().startsWith("_"))
        .forEach(file -> asked.put(file, QUESTIONS));

    Map<String, Map<String, FileTimes>> here =
        TimesReader.here().read(lake.path(Table.READS), asked);
    Map<String, Map<String, FileTimes>> there =
        new ExecutorReader(lake.spark()).read(lake.path(Table.READS), asked);

    assertEquals(3, there.size());
    assertEquals(new TreeMap<>(here), new TreeMap<>(there));
  }
}
