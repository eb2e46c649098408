package io.platelake.core.yaml;

import io.platelake.core.BadInput;
import java.util.Collection;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The place of a value in a file, and the words for what every YAML file can get wrong. Feeds, hot
 * lists and policies say the same for the same mistake.
 *
 * @param origins which file a node comes from: a policy may extend another
 * @param file name of the file
 * @param line from 1
 * @param path dotted path of the value, empty for the whole document
 */
public record YamlPlace(NodeOrigins origins, String file, int line, String path) {
  private static final int QUOTED = 40;
  private static final int SHOWN = 200;

  public static YamlPlace start(NodeOrigins origins) {
    return new YamlPlace(origins, origins.main(), 1, "");
  }

  /** The same path, on the line of {@code node}. */
  public YamlPlace at(Node node) {
    return new YamlPlace(origins, origins.of(node), node.getStartMark().getLine() + 1, path);
  }

  public YamlPlace below(String key) {
    return moved(path.isEmpty() ? key : path + "." + key);
  }

  public YamlPlace below(Node keyNode, String key) {
    return at(keyNode).below(key);
  }

  /** The element of a list, counted from 0. */
  public YamlPlace element(int index) {
    return moved(path + "[" + index + "]");
  }

  /** The same line, under another path: a short form stands for a long one. */
  public YamlPlace moved(String otherPath) {
    return new YamlPlace(origins, file, line, otherPath);
  }

  /** A mistake here. */
  public BadInput bad(String why, String remedy) {
    String shown = path.length() <= SHOWN ? path : path.substring(0, SHOWN) + "…";
    return new BadInput(place(file, line) + (path.isEmpty() ? "" : ", key " + shown), why, remedy)
        .at(path);
  }

  /** The key of this place is not among the known ones. */
  public BadInput unknownKey(Collection<String> known) {
    return bad(
        "is an unknown key", "Correct or remove it. Known here: " + String.join(", ", known));
  }

  /** The key of this place stands in its mapping a second time. */
  public BadInput repeated() {
    return bad("comes twice", "Keep one of the two");
  }

  /** A key of the mapping at this place is not there. */
  public BadInput missing(String key) {
    return bad("lacks the required key '" + key + "'", "Add it").at(below(key).path);
  }

  /** The key of this place has nothing behind it. */
  public BadInput noValue() {
    return bad("has no value", "Write one, or remove the key");
  }

  /** The word at this place is not among the known ones. */
  public BadInput unknownValue(String word, Collection<String> known) {
    return bad("has the unknown value " + quote(word), "Use one of " + String.join(", ", known));
  }

  /** Shortens a value for a message. */
  public static String quote(String value) {
    return "'" + (value.length() <= QUOTED ? value : value.substring(0, QUOTED) + "…") + "'";
  }

  /** File and line, as every message of a YAML file starts. */
  static String place(String file, int line) {
    return file + ", line " + line;
  }
}
