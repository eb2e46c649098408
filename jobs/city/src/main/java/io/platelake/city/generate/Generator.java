package io.platelake.city.generate;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.platelake.city.list.HotList;
import io.platelake.city.list.HotListFiles;
import io.platelake.city.option.Facility;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.place.City;
import io.platelake.city.place.CityFiles;
import io.platelake.city.place.Exclusions;
import io.platelake.city.place.Facilities;
import io.platelake.city.place.FeedFiles;
import io.platelake.city.traffic.ReadQuota;
import io.platelake.city.traffic.Traffic;
import io.platelake.city.truth.GeneratedCounts;
import io.platelake.city.truth.TruthLog;
import io.platelake.city.vehicle.Fleet;
import io.platelake.core.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a made-up city's reads as vendor payload files, with everything a landing needs.
 *
 * <p>Below the output folder:
 *
 * <ul>
 *   <li>{@code cameras.csv}, {@code zones.geojson}: the registry and the protected places;
 *   <li>{@code feeds/FEED.yaml}: a definition of each feed;
 *   <li>{@code raw/FEED/yyyy-MM-dd/FEED-0001.jsonl} and so on, by local day of delivery, and {@code
 *       FEED-late-0001.jsonl} for what was captured on an earlier day;
 *   <li>{@code hotlists/wa-stolen.yaml} and a snapshot of the list for every day;
 *   <li>{@code truth.jsonl} (see {@link TruthLog}), which is no input to anything but tests;
 *   <li>{@code summary.json}, written last.
 * </ul>
 *
 * <p>Equal options give equal bytes. Memory grows with the fleet and with the reads of ten minutes,
 * not with the reads of the period. Every plate is invented: serials of real formats, dealt out at
 * random.
 */
public final class Generator {
  private static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  private Generator() {}

  /**
   * Writes all files.
   *
   * @param out a folder that is empty or does not exist
   * @throws BadInput when it is not empty: two runs must not mix
   */
  public static GeneratedSummary run(GeneratorOptions options, Path out) throws IOException {
    prepare(out);
    Fleet fleet = new Fleet(options.seed(), options.vehicles());
    City city = new City(options);
    List<Facility> places =
        options.city().places() == null
            ? Facilities.near(city, options.landedAt(0))
            : options.city().places();
    Exclusions exclusions =
        new Exclusions(
            city.cameras(),
            places,
            options.city().bufferMetres(),
            options.city().otherBufferMetres());
    HotList hotList = new HotList(options, fleet);
    CityFiles.cameras(out.resolve("cameras.csv"), city, options);
    CityFiles.zones(out.resolve("zones.geojson"), places);
    FeedFiles.write(out.resolve("feeds"), city, options);
    new HotListFiles(options, fleet, hotList).write(out.resolve("hotlists"));

    Traffic traffic = new Traffic(options, fleet, city);
    GeneratedCounts tally = new GeneratedCounts();
    try (TruthLog truth =
        options.output().truth()
            ? TruthLog.at(out.resolve("truth.jsonl"), options.period().start())
            : TruthLog.none(options.period().start())) {
      Recorder recorder =
          new Recorder(options, out, city, fleet, exclusions, hotList, truth, tally);
      for (int day = 0; day < options.period().days(); day++) {
        recorder.startDay(day);
        for (int slot = 0; slot < ReadQuota.SLOTS_PER_DAY; slot++) {
          traffic.drive(day, slot, recorder::pass);
        }
        recorder.endDay();
      }
      GeneratedSummary summary =
          summary(recorder, tally, options, traffic, city, exclusions, hotList);
      Files.write(out.resolve("summary.json"), json(summary));
      return summary;
    }
  }

  private static void prepare(Path out) throws IOException {
    if (Files.exists(out)) {
      try (Stream<Path> entries = Files.isDirectory(out) ? Files.list(out) : Stream.of(out)) {
        if (entries.findAny().isPresent()) {
          throw new BadInput(
              "output folder " + out, "it is not empty", "Name a new folder, or clear this one.");
        }
      }
    }
    Files.createDirectories(out);
  }

  private static GeneratedSummary summary(
      Recorder recorder,
      GeneratedCounts tally,
      GeneratorOptions options,
      Traffic traffic,
      City city,
      Exclusions exclusions,
      HotList hotList) {
    return new GeneratedSummary(
        recorder.events(),
        tally.records(),
        tally.lines(),
        recorder.files(),
        options.vehicles(),
        traffic.commuters(),
        city.cameras().size(),
        (int) city.cameras().stream().filter(c -> exclusions.ever(c.index())).count(),
        tally.outcomes(),
        tally.reasons(),
        tally.defects(),
        Math.rint(tally.exactShare() * 1e6) / 1e6,
        hotList.entries().size(),
        hotList.listedOfFleet(),
        HotListFiles.planted(),
        tally.matches());
  }

  private static byte[] json(GeneratedSummary summary) throws IOException {
    DefaultPrettyPrinter lineFeeds =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return JSON.writer(lineFeeds).writeValueAsBytes(summary);
  }
}
