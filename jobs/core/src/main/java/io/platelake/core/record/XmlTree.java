package io.platelake.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML element as a tree of the wanted names, shaped like the tree of a JSON document so that
 * one mapping reads both.
 *
 * <p>Names lose their namespace: makers write three of them or none. An element of text alone is
 * that text; any other is an object of its attributes and elements, its own text under {@code
 * #text}; what comes several times is an array. No DTD and no entity but the five of XML itself is
 * read. Not for several threads.
 */
public final class XmlTree {
  /** Name of the text of an element that has attributes or elements as well. */
  public static final String TEXT = "#text";

  private static final int DEEPEST = 64;
  private static final int MOST_ATTRIBUTES = 1_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final XMLInputFactory factory;

  public XmlTree() {
    // The JDK's own: another on the class path may understand these properties otherwise.
    factory = XMLInputFactory.newDefaultFactory();
    // A record is cut out of its document, and with it from where its prefixes are declared.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("no entity is fetched");
        });
  }

  /**
   * The element that {@code bytes} are in UTF-8; empty when they are none, nest too deep or hold a
   * DTD. Bytes that are no UTF-8 harm their own field, and not the element.
   */
  public Optional<JsonNode> read(byte[] bytes, Wanted wanted) {
    try {
      String text = new String(bytes, StandardCharsets.UTF_8);
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        if (reader.getEventType() == XMLStreamConstants.DTD) {
          return Optional.empty();
        }
      }
      JsonNode root = element(reader, wanted, 1);
      while (reader.hasNext()) {
        reader.next();
      }
      return Optional.of(root instanceof ObjectNode ? root : NODES.objectNode());
    } catch (XMLStreamException e) {
      // Its message quotes the input, so the exception goes no further.
      return Optional.empty();
    }
  }

  /**
   * Where {@code bytes} stop being an element that {@link #read} takes, as {@code byte 12}; empty
   * where they do not, and where the element is too wide. The fault is there, or in the tag that
   * ends there.
   */
  public String faultyByte(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    XMLStreamReader reader = null;
    try {
      reader = factory.createXMLStreamReader(new StringReader(text));
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        boolean entity =
            event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE;
        if (entity || depth > DEEPEST) {
          return place(bytes, text, reader.getLocation());
        }
      }
      return "";
    } catch (XMLStreamException e) {
      // Its message quotes the input; its place does not.
      return place(
          bytes,
          text,
          e.getLocation() == null && reader != null ? reader.getLocation() : e.getLocation());
    }
  }

  private static String place(byte[] bytes, String text, Location location) {
    int at = location == null ? -1 : location.getCharacterOffset();
    if (at < 0 || at > text.length()) {
      return "";
    }
    int before = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    return "byte " + Math.min(before, bytes.length);
  }

  private static JsonNode element(XMLStreamReader reader, Wanted wanted, int depth)
      throws XMLStreamException {
    if (depth > DEEPEST || reader.getAttributeCount() > MOST_ATTRIBUTES) {
      throw new XMLStreamException("too deep or too wide");
    }
    ObjectNode object = NODES.objectNode();
    boolean plain = true;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String qualified = reader.getAttributeLocalName(i);
      boolean declares = isDeclaration(qualified, reader.getAttributePrefix(i));
      plain &= declares;
      String name = local(qualified);
      if (!declares && wanted.use(name) != null) {
        add(object, name, NODES.textNode(reader.getAttributeValue(i).strip()));
      }
    }
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          plain = false;
          String name = local(reader.getLocalName());
          Wanted.Use use = wanted.use(name);
          if (use == Wanted.Use.READ || use == Wanted.Use.PICTURE && wanted.picturesRead()) {
            add(object, name, element(reader, wanted, depth + 1));
          } else if (skip(reader, depth) && use == Wanted.Use.PICTURE) {
            add(object, name, Wanted.PRESENT);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return end(object, text.toString().strip(), plain);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
            throw new XMLStreamException("an entity");
        default -> {}
      }
    }
  }

  private static boolean isDeclaration(String name, String prefix) {
    return name.equals("xmlns") || name.startsWith("xmlns:") || "xmlns".equals(prefix);
  }

  private static String local(String qualified) {
    int prefix = qualified.indexOf(':');
    return prefix < 0 ? qualified : qualified.substring(prefix + 1);
  }

  private static JsonNode end(ObjectNode object, String text, boolean plain) {
    if (plain) {
      return NODES.textNode(text);
    }
    if (!text.isEmpty()) {
      object.put(TEXT, text);
    }
    return object;
  }

  private static void add(ObjectNode object, String name, JsonNode value) {
    JsonNode there = object.get(name);
    if (there == null) {
      object.set(name, value);
    } else if (there instanceof ArrayNode several) {
      several.add(value);
    } else {
      object.set(name, NODES.arrayNode().add(there).add(value));
    }
  }

  /** Whether there was any text. */
  private static boolean skip(XMLStreamReader reader, int depth) throws XMLStreamException {
    int open = 1;
    boolean text = false;
    while (open > 0) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT && depth + ++open > DEEPEST) {
        throw new XMLStreamException("too deep");
      }
      open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      boolean characters =
          event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
      text |= characters && !reader.isWhiteSpace();
    }
    return text;
  }
}
