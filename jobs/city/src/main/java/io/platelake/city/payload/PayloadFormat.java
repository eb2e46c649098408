package io.platelake.city.payload;

import io.platelake.city.option.Feed;
import io.platelake.city.reader.Sighting;
import io.platelake.city.text.Bytes;
import java.time.ZoneId;

/** Writes sightings as one vendor does. */
public interface PayloadFormat {
  /** First line of every file, empty when there is none. */
  String header();

  /** Names the event within the feed; the same for every copy of it. */
  String eventId(Sighting sighting);

  /** One line without its line end. */
  void write(Sighting sighting, Bytes out);

  /** The same line with one field of a type that cannot be understood. */
  void writeWrongType(Sighting sighting, Bytes out);

  /** Smallest unit of time the format can write. */
  default long unitMillis() {
    return 1;
  }

  static PayloadFormat of(Feed feed, boolean pictures, ZoneId zone) {
    return switch (feed) {
      case OPENALPR -> new OpenAlprFormat(pictures);
      case PLATERECOGNIZER -> new PlateRecognizerFormat(zone);
      case CSV -> new CsvFormat(zone);
    };
  }
}
