package io.platelake.core.feed.variant;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Elements of XML. */
final class XmlForm implements Form {
  private static final String BOUNDARY = "--variant";

  @Override
  public Optional<Draft> varied(SampleRecord record, Set<VariantKind> kinds, Random random) {
    Element element = parsed(record.raw().bytes());
    if (element == null) {
      return Optional.empty();
    }
    XmlChanges changes = new XmlChanges(record, random);
    for (VariantKind kind : kinds) {
      if (!changes.make(element, kind)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Draft(new XmlText(kinds, random).of(element), changes.removed()));
  }

  /** Null where the bytes are no element. */
  private static Element parsed(byte[] bytes) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      String text = new String(bytes, StandardCharsets.UTF_8);
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (SAXException e) {
      return null;
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String file(
      List<String> records, SampleRecord first, Set<VariantKind> kinds, Random random) {
    String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    if (kinds.contains(VariantKind.NESTED)) {
      String inner = String.join("\n", records);
      return random.nextBoolean()
          ? declaration
              + "<Envelope><Header><Id>7</Id></Header><Body>"
              + inner
              + "</Body></Envelope>"
          : "<s:Envelope xmlns:s=\"urn:x\">\n <s:Body>" + inner + "</s:Body>\n</s:Envelope>\n";
    }
    if (!kinds.contains(VariantKind.SEVERAL)) {
      return (random.nextBoolean() ? declaration + "\n" : "") + String.join("\n", records) + "\n";
    }
    return switch (random.nextInt(6)) {
      case 0 -> declaration + "<Records>" + String.join("", records) + "</Records>";
      case 1 -> String.join("", records);
      case 2 -> declaration + String.join("\n" + declaration + "\n", records);
      case 3 -> "<List>\n<!-- one -->" + String.join("\n<!-- next -->\n", records) + "</List>\n";
      case 4 -> parts(records);
      default -> "<List><Item>" + String.join("</Item><Item>", records) + "</Item></List>";
    };
  }

  private static String parts(List<String> records) {
    StringBuilder body = new StringBuilder();
    records.forEach(
        one ->
            body.append(BOUNDARY)
                .append("\r\nContent-Type: application/xml\r\n\r\n")
                .append(one)
                .append("\r\n"));
    return body + BOUNDARY + "--\r\n";
  }

  @Override
  public String withForeignText(String file) {
    return file.replaceFirst(
        "(</[^<>]+>\\s*)\\z", "<x_site>\u5357\u95E8\u505C\u8F66\u573A</x_site>$1");
  }
}
