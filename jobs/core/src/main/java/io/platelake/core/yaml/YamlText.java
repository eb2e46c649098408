package io.platelake.core.yaml;

import io.platelake.core.BadInput;
import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The part of YAML that feeds, hot lists and policies may use: one document of plain mappings,
 * lists and values.
 *
 * <p>Anchors, aliases and tags are refused: a file must say everything on the line that it holds
 * for. A few nested aliases would also expand to gigabytes, so size and depth have limits as well.
 */
public final class YamlText {
  private static final int MAX_CHARS = 1_000_000;
  private static final int MAX_DEPTH = 20;

  private YamlText() {}

  public static Node compose(String text, String file) {
    if (text.length() > MAX_CHARS) {
      throw new BadInput(
          file, "has more than " + MAX_CHARS + " characters", "Give a definition, not data");
    }
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MAX_CHARS);
    limits.setNestingDepthLimit(MAX_DEPTH);
    Yaml yaml = new Yaml(new SafeConstructor(limits));
    try {
      int depth = 0;
      int documents = 0;
      for (Event event : yaml.parse(new StringReader(text))) {
        depth += event instanceof CollectionStartEvent ? 1 : 0;
        depth -= event instanceof CollectionEndEvent ? 1 : 0;
        if (depth > MAX_DEPTH) {
          // before the parser has read on: its time grows with the square of the depth
          throw bad(
              file, event.getStartMark(), "is nested too deep", "Give a definition, not data");
        }
        documents += event instanceof DocumentStartEvent ? 1 : 0;
        if (documents > 1) {
          throw bad(
              file, event.getStartMark(), "starts a second document", "Keep one in each file");
        }
        refuseShortcuts(event, file);
      }
      Node root = yaml.compose(new StringReader(text));
      if (root == null) {
        throw new BadInput(file, "is empty", "Write the definition into it");
      }
      return root;
    } catch (MarkedYAMLException e) {
      throw bad(file, e.getProblemMark(), "is not YAML: " + e.getProblem(), "Correct this line");
    } catch (YAMLException e) {
      throw new BadInput(
          file, "is not readable YAML: " + firstLine(e.getMessage()), "Give plain text in UTF-8");
    }
  }

  private static void refuseShortcuts(Event event, String file) {
    boolean tagged =
        event instanceof ScalarEvent scalar && scalar.getTag() != null
            || event instanceof CollectionStartEvent start && start.getTag() != null;
    if (tagged) {
      throw bad(file, event.getStartMark(), "has a YAML tag (!)", "Write the plain value");
    }
    boolean anchored = event instanceof NodeEvent node && node.getAnchor() != null;
    if (anchored || event instanceof AliasEvent) {
      throw bad(
          file,
          event.getStartMark(),
          "uses a YAML anchor (&) or alias (*)",
          "Write the value out where it applies");
    }
  }

  private static BadInput bad(String file, Mark mark, String why, String remedy) {
    return new BadInput(
        mark == null ? file : YamlPlace.place(file, mark.getLine() + 1), why, remedy);
  }

  private static String firstLine(String message) {
    return message == null ? "unknown reason" : message.lines().findFirst().orElse("");
  }
}
