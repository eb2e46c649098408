package io.platelake.core.feed.variant;

import io.platelake.core.feed.ParsedRead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Changes of one element, in place, that leave its meaning. */
final class XmlChanges {
  private final SampleRecord record;
  private final Random random;
  private final Set<String> removed = new HashSet<>();

  XmlChanges(SampleRecord record, Random random) {
    this.record = record;
    this.random = random;
  }

  Set<String> removed() {
    return removed;
  }

  /** Whether there was anything to change. */
  boolean make(Element root, VariantKind kind) {
    return switch (kind) {
      case FIELD_ORDER -> shuffle(root);
      case NULL_FIELDS -> without(root, true);
      case ABSENT_FIELDS -> without(root, false);
      case KEY_CASE -> rename(root);
      case OTHER_ZONE -> elsewhere(root);
      case EXTRA_FIELDS -> more(root);
      case BLANKS -> blanks(root);
      case TEXTS_AS_NUMBERS, ARRAY_OF_ONE -> false;
      default -> true;
    };
  }

  private boolean shuffle(Element root) {
    for (Element element : elements(root)) {
      List<Element> children = children(element);
      Collections.shuffle(children, random);
      children.forEach(element::appendChild);
    }
    return true;
  }

  private boolean without(Element root, boolean asNull) {
    for (Element element : elements(root)) {
      boolean inTree = element != root && element.getParentNode() != null;
      Set<String> below = names(element);
      if (inTree && record.names().isRemovable(below) && random.nextInt(3) == 0) {
        removed.addAll(below);
        if (asNull) {
          while (element.hasChildNodes()) {
            element.removeChild(element.getFirstChild());
          }
          if (random.nextBoolean()) {
            element.setAttribute("xsi:nil", "true");
          }
        } else {
          element.getParentNode().removeChild(element);
        }
      }
    }
    return !removed.isEmpty();
  }

  private boolean rename(Element root) {
    int style = random.nextInt(4);
    boolean all = random.nextBoolean();
    for (Element element : elements(root)) {
      Set<String> below = names(element);
      String other = JsonChanges.renamed(element.getTagName(), style);
      boolean one = element != root && record.names().isRemovable(below) && random.nextInt(3) == 0;
      if ((all || one) && !other.equals(element.getTagName())) {
        if (!all) {
          removed.addAll(below);
        }
        element.setUserData(XmlText.NAME, other, null);
      }
    }
    return true;
  }

  private boolean elsewhere(Element root) {
    if (!record.isRead()) {
      return false;
    }
    ParsedRead.Read first = (ParsedRead.Read) record.known().get(0);
    for (Element element : elements(root)) {
      boolean plain = children(element).isEmpty() && element.getTextContent().length() > 9;
      if (plain && record.names().isTime(local(element.getTagName()))) {
        element.setTextContent(OtherZone.text(first.read().capturedAt(), random));
        return true;
      }
    }
    return false;
  }

  private boolean more(Element root) {
    Document document = root.getOwnerDocument();
    List<Element> all = elements(root);
    for (int i = random.nextInt(4); i >= 0; i--) {
      Element element = all.get(random.nextInt(all.size()));
      switch (random.nextInt(4)) {
        case 0 -> element.setAttribute("x_more", "7");
        case 1 -> element.setAttribute("xsi:type", "xsd:string");
        case 2 -> element.appendChild(document.createComment(" a < comment "));
        default -> {
          Element parent = children(element).isEmpty() ? root : element;
          Element extra = document.createElement("x_more");
          // What came before has the same names and another meaning.
          for (Element copied : children(root)) {
            Element copy = document.createElement(copied.getTagName());
            copy.setTextContent("OTHER9");
            extra.appendChild(copy);
          }
          parent.insertBefore(extra, random.nextBoolean() ? parent.getFirstChild() : null);
        }
      }
    }
    return true;
  }

  private boolean blanks(Element root) {
    for (Element element : elements(root)) {
      if (children(element).isEmpty() && !element.getTextContent().isBlank()) {
        String blank = List.of(" ", "\n   ", "\t", "\u00A0").get(random.nextInt(4));
        element.setTextContent(
            (random.nextBoolean() ? blank : "") + element.getTextContent() + blank);
      }
    }
    return true;
  }

  private static List<Element> elements(Element root) {
    List<Element> all = new ArrayList<>(List.of(root));
    children(root).forEach(child -> all.addAll(elements(child)));
    return all;
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static Set<String> names(Element root) {
    Set<String> names = new HashSet<>();
    for (Element element : elements(root)) {
      names.add(local(element.getTagName()));
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        names.add(local(element.getAttributes().item(i).getNodeName()));
      }
    }
    return names;
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
