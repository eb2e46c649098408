package io.platelake.app.cli;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.app.job.CommandPromises;
import io.platelake.app.job.Platelake;
import io.platelake.app.job.ResultKey;
import io.platelake.app.job.ResultKey.Place;
import io.platelake.app.job.ResultKey.Presence;
import io.platelake.app.job.ResultShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the keys of every command into the schema of the run record. */
public final class RunRecordFile {
  private static final String RESULTS = "$defs";

  private RunRecordFile() {}

  /** Writes the file into the folder that is the only argument. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0], "run-record.schema.json");
    JsonNode schema = of(new ObjectMapper().readTree(file.toFile()));
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    Files.writeString(file, new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n");
  }

  /** Every command that can run, by its name. */
  static Map<String, CommandSpec> commands() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Map<String, CommandSpec> commands = new LinkedHashMap<>();
    collect(Commands.of(new Platelake(nowhere)), "", commands);
    return commands;
  }

  /** The schema with what the types of the results say in place of what it said of commands. */
  static JsonNode of(JsonNode schema) {
    ObjectNode all = schema.deepCopy();
    ObjectNode results = all.putObject(RESULTS);
    ArrayNode rules = all.withArray("allOf");
    for (int i = rules.size() - 1; i >= 0; i--) {
      if (rules.get(i).at("/if/properties").has("job")) {
        rules.remove(i);
      }
    }
    commands()
        .forEach(
            (name, spec) -> {
              List<ResultKey> keys = ResultShape.keys(CommandPromises.of(spec).result());
              ObjectNode result = results.putObject(name).putObject("properties");
              describe(result.putObject("counts"), keys, Place.COUNTS);
              describe(result.putObject("details"), keys, Place.DETAILS);
              ObjectNode rule = rules.addObject();
              ObjectNode when = rule.putObject("if").putObject("properties");
              when.putObject("job").put("const", name);
              when.putObject("outcome").putArray("enum").add("done").add("finding");
              rule.putObject("then").put("$ref", "#/" + RESULTS + "/" + name.replace(" ", "%20"));
            });
    return all;
  }

  private static void describe(ObjectNode object, List<ResultKey> all, Place place) {
    List<ResultKey> keys = all.stream().filter(k -> k.place() == place).toList();
    ArrayNode required = object.putArray("required");
    ObjectNode properties = object.putObject("properties");
    for (ResultKey key : keys) {
      if (!key.isOpen()) {
        properties.put(key.name(), true);
      }
      if (key.presence() == Presence.ALWAYS) {
        required.add(key.name());
      }
    }
    if (keys.stream().noneMatch(ResultKey::isOpen)) {
      object.put("additionalProperties", false);
    }
  }

  private static void collect(CommandLine line, String name, Map<String, CommandSpec> commands) {
    if (line.getSubcommands().isEmpty()) {
      commands.put(name, line.getCommandSpec());
    }
    line.getSubcommands()
        .forEach((n, sub) -> collect(sub, name.isEmpty() ? n : name + " " + n, commands));
  }
}
