package io.platelake.lake.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contracts of all tables, as shipped in {@code schemas/tables}. */
public final class Contracts {
  private static final String FOLDER = "/schemas/tables/";

  private final Map<String, TableContract> byName;

  private Contracts(Map<String, TableContract> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /** Reads the contracts that were packaged with this build. */
  public static Contracts load() {
    ObjectMapper yaml =
        new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    Map<String, String> defaults = read(yaml, "_defaults", Defaults.class).properties();
    Map<String, TableContract> contracts = new LinkedHashMap<>();
    for (Table table : Table.values()) {
      TableContract contract = read(yaml, table.folder(), TableContract.class);
      Map<String, String> properties = new LinkedHashMap<>(defaults);
      properties.put("delta.dataSkippingStatsColumns", String.join(",", contract.statsColumns()));
      properties.putAll(contract.properties());
      contracts.put(table.folder(), contract.withProperties(properties));
    }
    return new Contracts(contracts);
  }

  /** The contract of a table. */
  public TableContract get(Table table) {
    return byName.get(table.folder());
  }

  /** All contracts, in the order of {@link Table}. */
  public Collection<TableContract> all() {
    return byName.values();
  }

  /** The tables walled by purpose: partitioned by {@code purpose} and {@code date}. */
  public List<Table> walled() {
    return Arrays.stream(Table.values())
        .filter(table -> get(table).partitionedBy().equals(List.of("purpose", "date")))
        .toList();
  }

  private static <T> T read(ObjectMapper yaml, String name, Class<T> type) {
    String resource = FOLDER + name + ".yaml";
    try (InputStream in = Contracts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      return yaml.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("table contract " + resource, e);
    }
  }

  private record Defaults(@JsonProperty(required = true) Map<String, String> properties) {}
}
