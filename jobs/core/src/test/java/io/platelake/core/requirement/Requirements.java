package io.platelake.core.requirement;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code schemas/requirements.yaml}. An unknown, repeated or missing key is an error. */
final class Requirements {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private Requirements() {}

  static List<Requirement> in(Path schemas) throws IOException {
    return read(Files.readString(schemas.resolve("requirements.yaml")));
  }

  static List<Requirement> read(String yaml) throws IOException {
    return YAML.readerForListOf(Requirement.class).readValue(yaml);
  }
}
