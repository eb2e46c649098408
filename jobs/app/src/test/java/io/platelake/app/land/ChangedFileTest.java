package io.platelake.app.land;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.FeedFolder;
import io.platelake.app.Rows;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.Sha256;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw files that somebody writes to between their digest and the end of the run. */
@Tag("lake")
class ChangedFileTest {
  private static final String NOON = "2026-06-02T12:00:00Z";
  private static final String ROW = "e%d,cam-1,2026-06-02T08:00:00Z,TST000%d,WA,0.9\n";
  private static final String ONE = FeedFolder.HEADER + ROW.formatted(1, 1);
  private static final String OTHER = FeedFolder.HEADER + ROW.formatted(2, 2);
  private static final String MORE = ONE + ROW.formatted(3, 3);

  @TempDir Path folder;
  private FeedFolder feed;
  private Path inbox;
  private Lake lake;

  @BeforeEach
  void setUp() {
    feed = new FeedFolder(folder);
    lake = feed.lake();
    inbox = folder.resolve("inbox");
    feed.write("inbox/a.csv", ONE);
    feed.write("inbox/b.csv", OTHER);
  }

  @Test
  void shouldLandNothingUnderTheDigestThatAFileHadBefore() throws IOException {
    feed.csv("delete");
    LandJob.Outcome run = land("landing batch", () -> feed.write("inbox/a.csv", MORE));
    assertEquals(1, run.changed());
    assertEquals(List.of("a.csv"), names(inbox), "the other file is landed and deleted");
    assertLanded("TST0002", Sha256.of(OTHER));

    assertEquals(0, land("nothing", () -> {}).changed());
    assertEquals(List.of(), names(inbox));
    assertLanded("TST0001\nTST0002\nTST0003", Sha256.of(OTHER) + "\n" + Sha256.of(MORE));
  }

  @Test
  void shouldLeaveAFileThatChangesAfterItsLanding() throws IOException {
    String moved = "move\nraw_folder: " + folder.resolve("moved");
    for (String after : List.of("delete", moved)) {
      feed.csv(after);
      feed.write("inbox/a.csv", ONE);
      land("marking", () -> feed.write("inbox/a.csv", MORE));
      assertEquals(List.of("a.csv"), names(inbox), after);
      assertEquals(MORE, Files.readString(inbox.resolve("a.csv")));
      Files.delete(inbox.resolve("a.csv"));
      feed.write("inbox/b.csv", OTHER + ROW.formatted(4, 4));
    }
  }

  @Tag("long")
  @Test
  void shouldForgetThePlanOfAFileThatIsGoneWhereNothingIsWritten() {
    feed.csv("keep");
    lake.append(
        Table.LANDING,
        Rows.of(
            Table.LANDING,
            """
            batch_id | batch_seq | file_digest | bytes | state   | planned_at           | done_at | feed_id
            b-1      | 1         | %s          | 1     | planned | 2026-06-01T12:00:00Z | -       | f-1
            b-1      | 1         | %s          | 1     | planned | 2026-06-01T12:00:00Z | -       | f-1
            """
                .formatted(Sha256.of(OTHER), "0".repeat(64))),
        new CommitKey("land-plan:f-1", 1));
    assertEquals(1, land("nothing", () -> {}).resumed());
    Rows.assertRows(
        """
        batch_seq | file_digest | state
        1         | %s          | done
        2         | %s          | done
        """
            .formatted(Sha256.of(OTHER), Sha256.of(ONE)),
        lake.read(Table.LANDING));
  }

  /** Lands, and does something when the run says where it is. */
  private LandJob.Outcome land(String step, Runnable then) {
    AtomicBoolean done = new AtomicBoolean();
    Progress progress =
        line -> {
          if (line.startsWith(step) && !done.getAndSet(true)) {
            then.run();
          }
        };
    Lake fresh =
        Lake.at(TestSpark.session().newSession(), lake.root().toString(), Contracts.load());
    JobContext job = new JobContext(fresh, Instant.parse(NOON), "tester", "run-1", progress);
    try {
      FeedDefinition defined =
          FeedDefinition.read(Files.readString(Path.of(feed.feed())), "feed.yaml");
      PolicyInForce policy = PolicyLedger.inForce(fresh, "city-2", job.asOf());
      return LandJob.run(
          job, defined, policy, List.of(inbox.toString()), Map.of(), Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertLanded(String plates, String digests) {
    Rows.assertRows("plate\n" + plates, lake.read(Table.READS, "criminal"));
    Rows.assertRows("file_digest\n" + digests, lake.read(Table.LANDING));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
