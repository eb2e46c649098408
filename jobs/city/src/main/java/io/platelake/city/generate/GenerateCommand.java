package io.platelake.city.generate;

import io.platelake.app.job.CommandContract;
import io.platelake.city.option.CityPlan;
import io.platelake.city.option.Feed;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.option.Output;
import io.platelake.city.place.GeoJson;
import io.platelake.core.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake generate}: writes a made-up city; needs no lake and starts no Spark. */
@Command(
    name = "generate",
    description =
        "Writes made-up reads as vendor payload files, with cameras, zones, feeds and hot lists.")
@CommandContract(example = "generate --out city --reads 10000 --days 7 --start 2026-03-02")
public final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Folder to write to; new or empty.")
  private Path out;

  @Option(names = "--reads", required = true, description = "Number of reads over all days.")
  private long reads;

  @Option(names = "--days", required = true, description = "Number of local days.")
  private int days;

  @Option(names = "--start", required = true, description = "First day, such as 2026-03-02.")
  private LocalDate start;

  @Option(names = "--seed", defaultValue = "1", description = "Same seed, same bytes; default 1.")
  private long seed;

  @Option(
      names = "--agency",
      defaultValue = "city-2",
      description = "Id of the agency; default city-2.")
  private String agency;

  @Option(
      names = "--vehicles",
      defaultValue = "0",
      description = "Size of the fleet; default reads / 12.")
  private int vehicles;

  @Option(names = "--cameras", description = "GeoJSON file of camera points; default 24 invented.")
  private Path cameras;

  @Option(names = "--zones", description = "GeoJSON file of protected places; default invented.")
  private Path zones;

  @Option(
      names = "--feeds",
      split = ",",
      description = "Some of openalpr, platerecognizer, csv; default all.")
  private List<String> feeds = List.of();

  @Option(
      names = "--pictures",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description = "Filler pictures in OpenALPR documents; default none.")
  private boolean pictures;

  @Option(
      names = "--truth",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether to write truth.jsonl; default yes.")
  private boolean truth;

  @Override
  public Integer call() throws IOException {
    GeneratorOptions options =
        GeneratorOptions.of(seed, start, days, reads)
            .withAgency(agency)
            .withVehicles(vehicles)
            .withFeeds(chosenFeeds())
            .withOutput(new Output(pictures, truth, Output.USUAL.linesPerFile()));
    CityPlan city = options.city();
    if (cameras != null) {
      city = city.withCameras(GeoJson.cameras(read(cameras), cameras.toString()));
    }
    if (zones != null) {
      city = city.withPlaces(GeoJson.places(read(zones), zones.toString()), Map.of());
    }
    GeneratedSummary summary = Generator.run(options.withCity(city), out);
    spec.commandLine()
        .getErr()
        .println(summary.records() + " records in " + summary.files() + " files written to " + out);
    return 0;
  }

  private Set<Feed> chosenFeeds() {
    Set<Feed> chosen = EnumSet.noneOf(Feed.class);
    for (String id : feeds) {
      chosen.add(
          Arrays.stream(Feed.values())
              .filter(feed -> feed.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      new BadInput(
                          "option --feeds",
                          "there is no feed " + id,
                          "Name some of openalpr, platerecognizer, csv.")));
    }
    return chosen.isEmpty() ? EnumSet.allOf(Feed.class) : chosen;
  }

  private static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("file " + file, "it does not exist", "Name an existing GeoJSON file.");
    }
    return Files.readString(file);
  }
}
