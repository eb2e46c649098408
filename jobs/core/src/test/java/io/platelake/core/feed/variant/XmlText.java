package io.platelake.core.feed.variant;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Writes elements. Of text between elements only what is not blank is kept. */
final class XmlText {
  /** Key of another name for an element. */
  static final String NAME = "name";

  private final Set<VariantKind> kinds;
  private final Random random;
  private final String indent;

  XmlText(Set<VariantKind> kinds, Random random) {
    this.kinds = kinds;
    this.random = random;
    this.indent =
        kinds.contains(VariantKind.LAYOUT) ? List.of("", " ", "\t").get(random.nextInt(3)) : null;
  }

  String of(Element element) {
    StringBuilder text = new StringBuilder();
    write(element, text, "\n");
    return text.toString();
  }

  private void write(Element element, StringBuilder text, String line) {
    Object other = element.getUserData(NAME);
    String tag = other == null ? element.getTagName() : other.toString();
    text.append('<').append(tag);
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      String value = escaped(attributes.item(i).getNodeValue()).replace("\"", "&quot;");
      text.append(indent == null ? " " : random.nextBoolean() ? "  " : "\n ");
      text.append(attributes.item(i).getNodeName()).append("=\"").append(value).append('"');
    }
    if (!element.hasChildNodes() && random.nextBoolean()) {
      text.append("/>");
      return;
    }
    text.append('>');
    String inner = indent == null ? "" : line + indent;
    boolean last = false;
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        text.append(inner);
        write(child, text, inner);
        last = true;
      } else if (node.getNodeType() == Node.COMMENT_NODE) {
        text.append("<!--").append(node.getNodeValue()).append("-->");
      } else if (!node.getNodeValue().isBlank()) {
        text.append(value(node.getNodeValue()));
      }
    }
    text.append(last && indent != null ? line : "").append("</").append(tag);
    text.append(random.nextInt(8) == 0 ? " >" : ">");
  }

  /** Types of XML are text; what differs is how characters are written. */
  private String value(String value) {
    if (!kinds.contains(VariantKind.TYPES_AS_TEXT)) {
      return escaped(value);
    }
    return switch (random.nextInt(3)) {
      case 0 -> "<![CDATA[" + value + "]]>";
      case 1 -> {
        StringBuilder text = new StringBuilder();
        value
            .codePoints()
            .forEach(c -> text.append("&#x").append(Integer.toHexString(c)).append(';'));
        yield text.toString();
      }
      default -> {
        int half = value.length() / 2;
        yield escaped(value.substring(0, half)) + "<![CDATA[" + value.substring(half) + "]]>";
      }
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
