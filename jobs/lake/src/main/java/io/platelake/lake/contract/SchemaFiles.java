package io.platelake.lake.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files generated from the contracts; {@code make schemas} runs it. */
public final class SchemaFiles {
  private SchemaFiles() {}

  /** Takes the {@code schemas} folder as its one argument. */
  public static void main(String[] args) throws IOException {
    Path schemas = Path.of(args[0]);
    Contracts contracts = Contracts.load();
    Files.writeString(schemas.resolve("tables.sql"), Ddl.script(contracts));
    Files.writeString(schemas.resolve("DICTIONARY.md"), Ddl.dictionary(contracts));
  }
}
