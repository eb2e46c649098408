package io.platelake.app.camera;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.InputFiles;
import io.platelake.core.camera.CameraCsv;
import io.platelake.core.camera.CameraRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake cameras check}: needs no lake and no Spark, and writes nothing. */
@Command(
    name = "check",
    description = "Show every mistake of a camera file, and its first cameras.")
@CommandContract(
    result = CamerasCheckCommand.CamerasCheckResult.class,
    example = "cameras check cameras.csv")
public final class CamerasCheckCommand implements Callable<Integer> {
  private static final int SHOWN = 5;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "CSV as cameras load reads it.")
  private Path file;

  /** What a check gives. */
  record CamerasCheckResult(long cameras, long positions, long mobile, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.offline(
        spec,
        asOf -> CameraCsv.read(InputFiles.text(file), file.toString()),
        rows -> JobResult.of(result(rows)));
  }

  private static CamerasCheckResult result(List<CameraRow> rows) {
    long cameras = rows.stream().map(CameraRow::cameraId).distinct().count();
    long mobile = rows.stream().filter(row -> !row.deployment().isFixed()).count();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%,d cameras at %,d positions, %,d of them mobile. No mistake.",
            cameras, rows.size(), mobile));
    rows.stream().limit(SHOWN).map(CamerasCheckCommand::line).forEach(lines::add);
    return new CamerasCheckResult(cameras, rows.size(), mobile, lines);
  }

  private static String line(CameraRow row) {
    String place =
        row.deployment().isFixed() ? "at " + row.lat() + "," + row.lon() : "where each read says";
    return String.format(
        "  %-24s %-14s %s from %s%s",
        row.cameraId(),
        row.siteType(),
        place,
        row.from(),
        row.to() == null ? "" : " to " + row.to());
  }
}
