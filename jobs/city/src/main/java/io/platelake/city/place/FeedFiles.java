package io.platelake.city.place;

import io.platelake.city.option.Feed;
import io.platelake.city.option.GeneratorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the feed definitions, with the cameras of each feed; any other camera is unknown. */
public final class FeedFiles {
  private static final String MAPPING =
      """
      mapping:
        format: csv
        fields:
          event_id: event
          camera: device
          captured_at: {at: captured_local, pattern: "MM/dd/yyyy HH:mm:ss", zone: %s}
          plate: plate
          state: state_name
          confidence: ocr_percent
          make: vehicle_make
          model: vehicle_model
          color: vehicle_color
          body: vehicle_type
          direction: heading
          lat: latitude
          lon: longitude
      """;

  private FeedFiles() {}

  public static void write(Path folder, City city, GeneratorOptions options) throws IOException {
    Files.createDirectories(folder);
    for (Feed feed : options.feeds()) {
      Files.writeString(folder.resolve(feed.id() + ".yaml"), definition(feed, city, options));
    }
  }

  private static String definition(Feed feed, City city, GeneratorOptions options) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("id: ").append(feed.id()).append('\n');
    yaml.append("agency: ").append(options.agencyId()).append('\n');
    yaml.append("purpose: ").append(feed.purpose()).append('\n');
    if (feed != Feed.CSV) {
      yaml.append("layout: ").append(feed.id()).append('\n');
    }
    yaml.append("time_zone: ")
        .append(feed == Feed.CSV ? options.period().zone() : "UTC")
        .append('\n');
    yaml.append("confidence_scale: ")
        .append(feed == Feed.PLATERECOGNIZER ? "unit" : "percent")
        .append('\n');
    yaml.append("after_landing: keep\ncameras:\n  map:\n");
    for (Camera camera : city.cameras()) {
      if (camera.feed() == feed) {
        yaml.append("    \"")
            .append(camera.vendorId())
            .append("\": ")
            .append(camera.id())
            .append('\n');
      }
    }
    if (feed == Feed.CSV) {
      yaml.append(MAPPING.formatted(options.period().zone()));
    }
    return yaml.toString();
  }
}
