package io.platelake.city.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.city.option.GeneratorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A generated folder with its truth read back. */
public record GeneratedCity(
    GeneratorOptions options, Path out, GeneratedSummary summary, List<JsonNode> truth) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static GeneratedCity of(GeneratorOptions options, Path out) throws IOException {
    GeneratedSummary summary = Generator.run(options, out);
    List<JsonNode> truth = new ArrayList<>();
    if (options.output().truth()) {
      for (String line : Files.readAllLines(out.resolve("truth.jsonl"))) {
        truth.add(JSON.readTree(line));
      }
    }
    return new GeneratedCity(options, out, summary, truth);
  }

  public List<JsonNode> truthWith(String key, String value) {
    return truth.stream().filter(row -> row.path(key).asText("").equals(value)).toList();
  }

  /** Payload files with their lines, by path as the truth names it. */
  Map<String, List<String>> payloads() throws IOException {
    Map<String, List<String>> payloads = new HashMap<>();
    for (Path file : files(out.resolve("raw"))) {
      payloads.put(out.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
    }
    return payloads;
  }

  /** Of names and contents of all files below a folder. */
  static String digest(Path folder) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files(folder)) {
        digest.update(folder.relativize(file).toString().getBytes());
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
