package io.platelake.app.night;

import io.platelake.app.job.option.Inbox;
import io.platelake.core.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What waits for a night: files of feeds and of hot lists. A definition {@code north.yaml} belongs
 * to the folder {@code north} of the inbox.
 *
 * @param feeds folder with one definition a feed
 * @param lists folder with one definition a hot list; empty where no list is loaded
 * @param inbox where the files of both wait
 */
record NightFolders(Path feeds, Optional<Path> lists, Inbox inbox) {
  /** The source time of a list file stands in its name: {@code stolen-20260601T000000Z.csv}. */
  private static final Pattern SOURCE_TIME =
      Pattern.compile(
          "(?<![0-9])([0-9]{4})-?([0-9]{2})-?([0-9]{2})T([0-9]{2})[-:]?([0-9]{2})[-:]?([0-9]{2})Z");

  /**
   * One {@code feed land} for all feeds. The folders are passed and never the files: makers put
   * plates into file names.
   *
   * @throws BadInput if there is no feed, or a feed has no folder
   */
  NightStep landing() {
    inbox.feeds(feeds);
    return NightStep.of(
            "land",
            "feed",
            "land",
            "--feeds",
            feeds.toString(),
            "--inbox",
            inbox.folder().toString())
        .leaving("feeds_not_landed");
  }

  /**
   * One {@code hotlist load} for each list whose folder holds a file: of the newest source time.
   *
   * @throws BadInput if a list has no folder, or a name of a file has no source time
   */
  List<NightStep> loads() {
    if (lists.isEmpty()) {
      return List.of();
    }
    List<NightStep> steps = new ArrayList<>();
    for (Inbox.Place list : inbox.places("--hotlists", lists.get())) {
      Path newest = null;
      String newestTime = "";
      List<Path> files = list.files();
      for (int i = 0; i < files.size(); i++) {
        String time = sourceTime(list, files.get(i), i + 1);
        if (time.compareTo(newestTime) > 0) {
          newest = files.get(i);
          newestTime = time;
        }
      }
      if (newest != null) {
        steps.add(
            NightStep.of(
                "hotlist load " + list.name(),
                "hotlist",
                "load",
                "--list",
                list.definition().toString(),
                "--source-time",
                newestTime,
                newest.toString()));
      }
    }
    return steps;
  }

  private static String sourceTime(Inbox.Place list, Path file, int number) {
    Matcher at = SOURCE_TIME.matcher(file.getFileName().toString());
    if (!at.find()) {
      throw new BadInput(
          "Folder " + list.folder() + ", file " + number,
          "its name does not say when the source made the list",
          "Name it like stolen-20260601T000000Z.csv.");
    }
    return "%s-%s-%sT%s:%s:%sZ"
        .formatted(at.group(1), at.group(2), at.group(3), at.group(4), at.group(5), at.group(6));
  }
}
