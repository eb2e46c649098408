package io.platelake.core.yaml;

import io.platelake.core.BadInput;
import io.platelake.core.Mistakes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds all mistakes of a YAML file with a reader that stops at the first one. The file is read
 * again without what was wrong, until nothing is wrong, or until a mistake decides what other keys
 * mean.
 */
public final class YamlMistakes {
  /** Read again so often at most. */
  private static final int MOST = 50;

  /** Without a right value of these, keys would be called wrong that are not. */
  private static final Set<String> DECIDING =
      Set.of(
          "layout",
          "adapter",
          "mapping",
          "override",
          "format",
          "header",
          "columns",
          "delimiter",
          "encoding",
          "each",
          "record",
          "kind",
          "time_zone",
          "fields");

  private final YamlEdit edit;
  private final Mistakes mistakes = new Mistakes();
  private final Set<String> said = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private final Set<String> filled = new HashSet<>();

  private YamlMistakes(YamlValue root) {
    this.edit = new YamlEdit(root);
  }

  /**
   * Reads a file.
   *
   * @param reader throws {@link BadInput} at the first mistake
   * @throws BadInput that names every mistake
   */
  public static <T> T read(String yaml, String file, Function<YamlValue, T> reader) {
    return new YamlMistakes(YamlValue.read(yaml, file)).read(reader);
  }

  private <T> T read(Function<YamlValue, T> reader) {
    for (int i = 0; i < MOST; i++) {
      T value = null;
      BadInput mistake = null;
      try {
        value = reader.apply(edit.root());
      } catch (BadInput e) {
        mistake = e;
      }
      if (mistake == null) {
        mistakes.refuse();
        return value;
      }
      if (said.contains(mistake.getMessage()) || !note(mistake)) {
        break;
      }
    }
    mistakes.refuse();
    throw new IllegalStateException("a mistake was found and not kept");
  }

  /** Keeps a mistake unless an earlier repair made it, and repairs it; says whether it could. */
  private boolean note(BadInput mistake) {
    Optional<String> key = mistake.key().filter(path -> !path.isEmpty());
    if (key.filter(path -> left.contains(path) || filled.contains(path)).isEmpty()) {
      mistakes.add(mistake);
      said.add(mistake.getMessage());
    }
    return key.filter(this::repair).isPresent();
  }

  /** Leaves out what is wrong at a path, or fills in what is missing there. */
  private boolean repair(String path) {
    if (!edit.has(path)) {
      return filled.add(path) && edit.fill(path);
    }
    String part = field(path).orElse(path);
    if (DECIDING.contains(part.substring(part.lastIndexOf('.') + 1))) {
      return false;
    }
    edit.remove(part);
    return left.add(part);
  }

  /** The field of a mapping that a path is in: all of it is left out. */
  private static Optional<String> field(String path) {
    int fields = ("." + path).indexOf(".fields.");
    if (fields < 0) {
      return Optional.empty();
    }
    int end = path.indexOf('.', fields + "fields.".length());
    return Optional.of(end < 0 ? path : path.substring(0, end));
  }
}
