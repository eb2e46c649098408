package io.platelake.city.generate;

import io.platelake.city.chance.Dice;
import io.platelake.city.list.HotList;
import io.platelake.city.list.HotListFiles;
import io.platelake.city.list.HotListMatches;
import io.platelake.city.option.Facility;
import io.platelake.city.option.Feed;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.payload.FeedDay;
import io.platelake.city.payload.OpenAlprFormat;
import io.platelake.city.payload.PayloadFile;
import io.platelake.city.payload.PayloadFormat;
import io.platelake.city.payload.PlateRecognizerFormat;
import io.platelake.city.place.Camera;
import io.platelake.city.place.City;
import io.platelake.city.place.Exclusions;
import io.platelake.city.reader.Misreader;
import io.platelake.city.reader.Recognition;
import io.platelake.city.reader.Sighting;
import io.platelake.city.text.Bytes;
import io.platelake.city.text.LocalDay;
import io.platelake.city.truth.Defect;
import io.platelake.city.truth.ExpectedVerdict;
import io.platelake.city.truth.GeneratedCounts;
import io.platelake.city.truth.TruthLog;
import io.platelake.city.vehicle.Fleet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Turns passes into lines of payload files, goes wrong where a feed would, and tells the truth log.
 *
 * <p>Cameras that stand at a protected place have no other defects, so every record has one outcome
 * whatever order landing checks in.
 */
final class Recorder {
  private static final double SECOND_PLATE = 0.03;
  private static final int LATE_DAYS = 4;
  private static final int EXPIRED_DAYS = 32;
  private static final int EXPIRED_SPREAD = 8;
  private static final long DAY = LocalDay.MILLIS;
  private static final String UNKNOWN_CAMERA_NUMBER = "9";

  private final GeneratorOptions options;
  private final Path root;
  private final City city;
  private final Fleet fleet;
  private final Exclusions exclusions;
  private final HotList hotList;
  private final Recognition recognition;
  private final TruthLog truth;
  private final GeneratedCounts tally;
  private final Map<Feed, PayloadFormat> formats = new EnumMap<>(Feed.class);
  private final Map<Feed, FeedDay> days = new EnumMap<>(Feed.class);

  private int day;
  private LocalDay today;
  private long landedMillis;
  private long events;
  private int files;

  Recorder(
      GeneratorOptions options,
      Path root,
      City city,
      Fleet fleet,
      Exclusions exclusions,
      HotList hotList,
      TruthLog truth,
      GeneratedCounts tally) {
    this.options = options;
    this.root = root;
    this.city = city;
    this.fleet = fleet;
    this.exclusions = exclusions;
    this.hotList = hotList;
    this.truth = truth;
    this.tally = tally;
    Misreader misreader = new Misreader(options.shares().misread(), fleet, options.seed());
    recognition = new Recognition(fleet, misreader, options.shares().noPosition());
    for (Feed feed : options.feeds()) {
      formats.put(
          feed, PayloadFormat.of(feed, options.output().pictures(), options.period().zone()));
    }
  }

  long events() {
    return events;
  }

  int files() {
    return files;
  }

  void startDay(int number) {
    day = number;
    LocalDate date = options.period().date(number);
    today = new LocalDay(date, options.period().zone());
    landedMillis = options.landedAt(number).toEpochMilli();
    for (Feed feed : options.feeds()) {
      FeedDay before = days.get(feed);
      FeedDay next =
          new FeedDay(
              root, feed, date, formats.get(feed).header(), options.output().linesPerFile());
      days.put(feed, next);
      if (before != null) {
        before.forTomorrow().forEach(copy -> again(next, copy, Defect.RESENT_NEXT_DAY));
      }
    }
  }

  void endDay() {
    for (FeedDay feedDay : days.values()) {
      sendAgain(feedDay, Long.MAX_VALUE);
      if (options.period().isLast(day)) {
        feedDay.forTomorrow().forEach(copy -> again(feedDay, copy, Defect.RESENT_NEXT_DAY));
      }
      feedDay.close();
      files += feedDay.files();
    }
  }

  void pass(int vehicle, int cameraIndex, long wallMillis) {
    long event = ++events;
    Camera camera = city.camera(cameraIndex);
    FeedDay feedDay = days.get(camera.feed());
    Dice dice = Dice.of(options.seed(), Dice.Stream.EVENT, event);
    Defect defect = defect(event, camera, feedDay);
    long capturedMillis = captured(defect, wallMillis, dice);
    Sighting s =
        recognition
            .see(event, vehicle, camera, capturedMillis, dice)
            .cutTo(formats.get(camera.feed()).unitMillis());
    switch (defect) {
      case UNKNOWN_CAMERA ->
          send(
              feedDay,
              s.fromCamera(unknown(s)),
              defect,
              ExpectedVerdict.quarantined("UNKNOWN_CAMERA"));
      case NO_PLATE -> send(feedDay, s.withoutPlate(), defect, ExpectedVerdict.refused("NO_PLATE"));
      case BROKEN -> send(feedDay, s, defect, ExpectedVerdict.quarantined("MALFORMED"));
      case WRONG_TYPE -> send(feedDay, s, defect, ExpectedVerdict.quarantined("NO_TIME"));
      case HEARTBEAT ->
          send(feedDay, s.withoutPlate(), defect, ExpectedVerdict.refused("NOT_A_READ"));
      case EXPIRED, CLOCK_BEHIND, CLOCK_AHEAD ->
          send(feedDay, s, defect, ExpectedVerdict.refused(defect.name()));
      case NONE, RESENT, RESENT_NEXT_DAY, LATE -> read(feedDay, s, defect, dice);
    }
    sendAgain(feedDay, event);
  }

  private Defect defect(long event, Camera camera, FeedDay feedDay) {
    Defect defect = Defect.of(event, options.shares());
    boolean impossible =
        exclusions.ever(camera.index())
            || defect == Defect.HEARTBEAT && camera.feed() != Feed.OPENALPR
            // A reader cannot know yet how this file's documents follow each other.
            || defect == Defect.BROKEN && feedDay.onTime().beforeFirstLine();
    return impossible ? Defect.NONE : defect;
  }

  private long captured(Defect defect, long wallMillis, Dice dice) {
    return switch (defect) {
      case LATE -> daysAgo(1 + dice.below(LATE_DAYS), wallMillis);
      case EXPIRED -> daysAgo(EXPIRED_DAYS + dice.below(EXPIRED_SPREAD), wallMillis);
      // Two days after the epoch on, so that local time is in 1970 too.
      case CLOCK_BEHIND -> 2 * DAY + (long) (dice.unit() * 30 * DAY);
      case CLOCK_AHEAD -> landedMillis + DAY + (long) (dice.unit() * 2 * DAY);
      default -> today.epochMillis(wallMillis);
    };
  }

  private long daysAgo(int count, long wallMillis) {
    return new LocalDay(today.date().minusDays(count), options.period().zone())
        .epochMillis(wallMillis);
  }

  private void read(FeedDay feedDay, Sighting s, Defect defect, Dice dice) {
    Facility place = exclusions.at(s.camera().index(), s.capturedMillis());
    ExpectedVerdict verdict =
        place == null ? ExpectedVerdict.KEPT : ExpectedVerdict.excluded(place.id());
    if (feedDay.feed() == Feed.PLATERECOGNIZER
        && defect == Defect.NONE
        && dice.chance(SECOND_PLATE)) {
      Sighting beside =
          recognition.see(
              s.event(), dice.below(fleet.size()), s.camera(), s.capturedMillis(), dice);
      // The feed tells two reads of one instant apart by their plates.
      if (!Arrays.equals(beside.plate(), s.plate())) {
        sendPicture(feedDay, List.of(s, beside), verdict);
        return;
      }
    }
    HotListMatches matches = send(feedDay, s, defect, verdict);
    if (verdict == ExpectedVerdict.KEPT && defect == Defect.RESENT) {
      feedDay.sendAgainSoon(s);
    } else if (verdict == ExpectedVerdict.KEPT && defect == Defect.RESENT_NEXT_DAY) {
      feedDay.sendAgainTomorrow(s);
    }
    // Behind its own group: in the files as they sort, a late group would come after its alert.
    if (feedDay.feed() == Feed.OPENALPR && defect != Defect.LATE && matches.exactOn(day)) {
      Bytes line = feedDay.onTime().line();
      ((OpenAlprFormat) formats.get(Feed.OPENALPR)).writeAlert(s, line);
      tell(
          feedDay,
          feedDay.onTime(),
          feedDay.onTime().end(),
          List.of(s),
          Defect.NONE,
          ExpectedVerdict.DUPLICATE);
    }
  }

  private void sendAgain(FeedDay feedDay, long upToEvent) {
    for (Sighting s = feedDay.due(upToEvent); s != null; s = feedDay.due(upToEvent)) {
      again(feedDay, s, Defect.RESENT);
    }
  }

  private void again(FeedDay feedDay, Sighting copy, Defect defect) {
    send(feedDay, copy, defect, ExpectedVerdict.DUPLICATE);
  }

  private HotListMatches send(FeedDay feedDay, Sighting s, Defect defect, ExpectedVerdict verdict) {
    PayloadFormat format = formats.get(feedDay.feed());
    PayloadFile file =
        defect == Defect.LATE || defect == Defect.EXPIRED ? feedDay.late() : feedDay.onTime();
    Bytes line = file.line();
    switch (defect) {
      case HEARTBEAT -> ((OpenAlprFormat) format).writeHeartbeat(s, line);
      case WRONG_TYPE -> format.writeWrongType(s, line);
      default -> format.write(s, line);
    }
    if (defect == Defect.BROKEN) {
      // Between a fifth and seven tenths of the line: never a whole document or row.
      file.cutLine(file.lineLength() * (20 + (int) (s.event() % 50)) / 100);
    }
    return tell(feedDay, file, file.end(), List.of(s), defect, verdict);
  }

  private void sendPicture(FeedDay feedDay, List<Sighting> inPicture, ExpectedVerdict verdict) {
    PayloadFile file = feedDay.onTime();
    ((PlateRecognizerFormat) formats.get(feedDay.feed())).write(inPicture, false, file.line());
    tell(feedDay, file, file.end(), inPicture, Defect.NONE, verdict);
  }

  private HotListMatches tell(
      FeedDay feedDay,
      PayloadFile file,
      int line,
      List<Sighting> sightings,
      Defect defect,
      ExpectedVerdict verdict) {
    tally.line();
    HotListMatches matches = HotListMatches.NONE;
    for (int item = 0; item < sightings.size(); item++) {
      Sighting s = sightings.get(item);
      boolean compared =
          verdict == ExpectedVerdict.KEPT && feedDay.feed().purpose().equals(HotListFiles.PURPOSE);
      matches = compared ? HotListMatches.of(s, hotList) : HotListMatches.NONE;
      tally.record(feedDay.feed(), s, defect, verdict, matches);
      if (truth.wanted()) {
        String eventId = formats.get(feedDay.feed()).eventId(s);
        truth.record(
            new TruthLog.Position(file.path(), line, item, feedDay.feed(), eventId, feedDay.date()),
            s,
            defect,
            verdict,
            matches);
      }
    }
    return matches;
  }

  private static String unknown(Sighting s) {
    return s.vendorCamera() + UNKNOWN_CAMERA_NUMBER;
  }
}
