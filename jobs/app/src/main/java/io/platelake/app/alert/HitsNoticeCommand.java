package io.platelake.app.alert;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Counts;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.publish.PublishedFolder;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake hits notice}. */
@Command(
    name = "notice",
    description =
        "List everything that a bad read, entry or hit has reached, with whom to tell; no plates.")
@CommandContract(
    needs = Permission.LOOK,
    result = HitsNoticeCommand.NoticeResult.class,
    example = "hits notice --hit 4711 --out notice.csv")
public final class HitsNoticeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--read", paramLabel = "ID", description = "The read that is wrong.")
  private Long read;

  @Option(names = "--entry", paramLabel = "ID", description = "The hot-list entry that is wrong.")
  private Long entry;

  @Option(names = "--list", paramLabel = "ID", description = "Of the entry, only this list.")
  private String list;

  @Option(names = "--hit", paramLabel = "ID", description = "The hit that is wrong.")
  private Long hit;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write it: .csv, or .jsonl for a JSON object a line.")
  private Path out;

  /** What a run gives. */
  record NoticeResult(
      @Counts(always = "lines") Map<String, Long> counts, Path file, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Suspect suspect = Suspect.of(read, entry, hit, list);
    Path file = out.toAbsolutePath();
    String name = file.getFileName().toString();
    if (!name.endsWith(".csv") && !name.endsWith(".jsonl")) {
      throw new BadInput(
          "--out", "it must end in .csv or .jsonl", "Name a file such as notice.csv.");
    }
    List<NoticeLine> lines = Notice.of(job, suspect);
    lines.stream()
        .map(NoticeLine::agency)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(job.standing()::requireAgency);
    PublishedFolder.write(
        "--out",
        file.getParent(),
        Map.of(name, name.endsWith(".csv") ? NoticeLine.csv(lines) : NoticeLine.jsonLines(lines)));
    Map<String, Long> counts = new TreeMap<>();
    counts.put("lines", (long) lines.size());
    lines.forEach(line -> counts.merge(line.kind(), 1L, Long::sum));
    return JobResult.of(
        new NoticeResult(
            counts,
            file,
            List.of(
                lines.isEmpty()
                    ? "The tables know of nothing that it has reached."
                    : lines.size() + " things to look at or to tell of: " + file)));
  }
}
