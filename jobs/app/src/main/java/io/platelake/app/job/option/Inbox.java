package io.platelake.app.job.option;

import io.platelake.core.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where files wait: for the definition {@code north.yaml} in the folder {@code north}.
 *
 * @param folder with one folder a definition
 */
public record Inbox(Path folder) {
  /**
   * @throws BadInput if there is no such folder
   */
  public Inbox {
    if (!Files.isDirectory(folder)) {
      throw new BadInput("--inbox " + folder, "there is no such folder", "Correct the path.");
    }
  }

  /**
   * A definition with the folder of its files.
   *
   * @param definition YAML file
   */
  public record Place(Path definition, Path folder) {
    /** Name of the definition without its ending. */
    public String name() {
      return Inbox.name(definition);
    }

    /** Files below the folder, by path. */
    public List<Path> files() {
      try (Stream<Path> all = Files.walk(folder)) {
        return all.filter(Files::isRegularFile).sorted().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * The definitions of a folder, by name.
   *
   * @param option that names the folder
   * @throws BadInput if there is no such folder, or a definition has none in the inbox
   */
  public List<Place> places(String option, Path definitions) {
    if (!Files.isDirectory(definitions)) {
      throw new BadInput(
          option + " " + definitions, "there is no such folder", "Correct the path.");
    }
    try (Stream<Path> all = Files.list(definitions)) {
      return all.filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".yml"))
          .sorted()
          .map(this::place)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Place place(Path definition) {
    Path own = folder.resolve(name(definition));
    if (!Files.isDirectory(own)) {
      throw new BadInput(
          "Definition " + definition,
          "it has no folder " + own,
          "Create the folder, or remove the definition.");
    }
    return new Place(definition, own);
  }

  /**
   * Feeds of a folder, by name.
   *
   * @throws BadInput if there is no feed
   */
  public List<Place> feeds(Path definitions) {
    List<Place> feeds = places("--feeds", definitions);
    if (feeds.isEmpty()) {
      throw new BadInput(
          "--feeds " + definitions,
          "no feed (*.yaml) is there",
          "Put one there, or correct the folder.");
    }
    return feeds;
  }

  private static String name(Path definition) {
    return definition.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
