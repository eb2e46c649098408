package io.platelake.core.feed.variant;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Documents of JSON. */
final class JsonForm implements Form {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String BOUNDARY = "--variant";

  @Override
  public Optional<Draft> varied(SampleRecord record, Set<VariantKind> kinds, Random random) {
    ObjectNode tree;
    try {
      if (!(JSON.readTree(record.raw().bytes()) instanceof ObjectNode object)) {
        return Optional.empty();
      }
      tree = object;
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonChanges changes = new JsonChanges(record, random);
    JsonNode changed = tree;
    for (VariantKind kind : kinds) {
      changed = changes.made((ObjectNode) changed, kind);
      if (changed == null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Draft(text(changed, kinds, random), changes.removed()));
  }

  private static String text(JsonNode document, Set<VariantKind> kinds, Random random) {
    try {
      return kinds.contains(VariantKind.LAYOUT)
          ? laidOut(document, random)
          : JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String laidOut(JsonNode document, Random random) throws JsonProcessingException {
    DefaultIndenter lines =
        new DefaultIndenter(List.of("", " ", "    ", "\t").get(random.nextInt(4)), "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(lines);
    if (random.nextBoolean()) {
      printer.indentArraysWith(lines);
    }
    String text = JSON.writer(printer).writeValueAsString(document);
    return random.nextBoolean() ? text : text.replace("\" : ", "\":  ");
  }

  @Override
  public String file(
      List<String> records, SampleRecord first, Set<VariantKind> kinds, Random random) {
    if (!kinds.contains(VariantKind.SEVERAL)) {
      return String.join("\n", records) + (random.nextBoolean() ? "\n" : "");
    }
    return switch (random.nextInt(7)) {
      case 0 -> "[" + String.join(",", records) + "]";
      case 1 -> "[\n  " + String.join(",\n  ", records) + "\n]\n";
      case 2 -> String.join("", records);
      case 3 -> String.join("\n\n", records) + "\n\n";
      case 4 -> "[" + String.join("]\n[", records) + "]";
      case 5 -> parts(records);
      default -> String.join(" ", records) + "\n";
    };
  }

  private static String parts(List<String> records) {
    StringBuilder body = new StringBuilder();
    records.forEach(
        one ->
            body.append(BOUNDARY)
                .append("\r\nContent-Type: application/json\r\n\r\n")
                .append(one)
                .append("\r\n"));
    return body + BOUNDARY + "--\r\n";
  }

  @Override
  public String withForeignText(String file) {
    return file.replaceFirst("\\{", "{\"x_site\":\"\u5357\u95E8\u505C\u8F66\u573A\",");
  }
}
