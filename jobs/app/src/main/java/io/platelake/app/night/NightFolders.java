package io.platelake.app.night;

import io.platelake.core.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What waits for a night: files of feeds and of hot lists. A definition {@code north.yaml} belongs
 * to the folder {@code north} of the inbox.
 *
 * @param feeds folder with one definition a feed
 * @param lists folder with one definition a hot list; empty where no list is loaded
 * @param inbox folder with the folders of both
 */
record NightFolders(Path feeds, Optional<Path> lists, Path inbox) {
  /** The source time of a list file stands in its name: {@code stolen-20260601T000000Z.csv}. */
  private static final Pattern SOURCE_TIME =
      Pattern.compile(
          "(?<![0-9])([0-9]{4})-?([0-9]{2})-?([0-9]{2})T([0-9]{2})[-:]?([0-9]{2})[-:]?([0-9]{2})Z");

  /**
   * One {@code land} for each feed whose folder holds a file, in the order of the feeds' names. The
   * folder is passed and never the files: makers put plates into file names.
   *
   * @throws BadInput if there is no feed, or a feed has no folder
   */
  List<NightStep> landings() {
    List<Path> defined = definitions("--feeds", feeds);
    if (defined.isEmpty()) {
      throw new BadInput(
          "--feeds " + feeds, "no feed (*.yaml) is there", "Put one there, or correct the folder.");
    }
    List<NightStep> steps = new ArrayList<>();
    for (Path feed : defined) {
      Path folder = folder(feed);
      if (!files(folder).isEmpty()) {
        steps.add(
            NightStep.of(
                "land " + name(feed), "land", "--feed", feed.toString(), folder.toString()));
      }
    }
    return steps;
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
    for (Path list : definitions("--hotlists", lists.get())) {
      Path newest = null;
      String newestTime = "";
      List<Path> files = files(folder(list));
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
                "hotlist load " + name(list),
                "hotlist",
                "load",
                "--list",
                list.toString(),
                "--source-time",
                newestTime,
                newest.toString()));
      }
    }
    return steps;
  }

  private String sourceTime(Path list, Path file, int number) {
    Matcher at = SOURCE_TIME.matcher(file.getFileName().toString());
    if (!at.find()) {
      throw new BadInput(
          "Folder " + folder(list) + ", file " + number,
          "its name does not say when the source made the list",
          "Name it like stolen-20260601T000000Z.csv.");
    }
    return "%s-%s-%sT%s:%s:%sZ"
        .formatted(at.group(1), at.group(2), at.group(3), at.group(4), at.group(5), at.group(6));
  }

  private Path folder(Path definition) {
    Path folder = inbox.resolve(name(definition));
    if (!Files.isDirectory(folder)) {
      throw new BadInput(
          "Definition " + definition,
          "it has no folder " + folder,
          "Create the folder, or remove the definition.");
    }
    return folder;
  }

  private static String name(Path definition) {
    return definition.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }

  private static List<Path> definitions(String option, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInput(option + " " + folder, "there is no such folder", "Correct the path.");
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
