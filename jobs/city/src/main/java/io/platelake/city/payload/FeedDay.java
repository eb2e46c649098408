package io.platelake.city.payload;

import io.platelake.city.option.Feed;
import io.platelake.city.reader.Sighting;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What one feed delivers on one day: its files, the late ones apart, and what it will send again.
 */
public final class FeedDay implements AutoCloseable {
  /** Most events a feed remembers for the next day, so that memory stays bounded. */
  private static final int MOST_FOR_TOMORROW = 20_000;

  private static final int SEND_AGAIN_AFTER = 60;

  private final Feed feed;
  private final LocalDate date;
  private final PayloadFile onTime;
  private final PayloadFile late;
  private final ArrayDeque<Sighting> again = new ArrayDeque<>();
  private final List<Sighting> forTomorrow = new ArrayList<>();

  public FeedDay(Path root, Feed feed, LocalDate date, String header, int linesPerFile) {
    this.feed = feed;
    this.date = date;
    String folder = "raw/" + feed.id() + "/" + date;
    onTime = new PayloadFile(root, folder, feed.id(), feed.extension(), header, linesPerFile);
    late =
        new PayloadFile(root, folder, feed.id() + "-late", feed.extension(), header, linesPerFile);
  }

  public Feed feed() {
    return feed;
  }

  public LocalDate date() {
    return date;
  }

  public PayloadFile onTime() {
    return onTime;
  }

  public PayloadFile late() {
    return late;
  }

  public void sendAgainSoon(Sighting sighting) {
    again.add(sighting);
  }

  /** False when the feed remembers too much already. */
  public boolean sendAgainTomorrow(Sighting sighting) {
    return forTomorrow.size() < MOST_FOR_TOMORROW && forTomorrow.add(sighting);
  }

  public List<Sighting> forTomorrow() {
    return forTomorrow;
  }

  /** What is to be sent again by now, null when nothing is. */
  public Sighting due(long event) {
    Sighting first = again.peek();
    return first != null && first.event() <= event - SEND_AGAIN_AFTER ? again.poll() : null;
  }

  public int files() {
    return onTime.files() + late.files();
  }

  @Override
  public void close() {
    onTime.close();
    late.close();
  }
}
