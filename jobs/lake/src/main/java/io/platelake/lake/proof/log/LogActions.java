package io.platelake.lake.proof.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.lake.proof.files.StoredFile;
import io.platelake.lake.proof.files.Unprovable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads what a log file says, action by action, whatever its encoding. */
public final class LogActions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LogActions() {}

  /** Every JSON document of a file, in order; throws {@link Unprovable} where one is malformed. */
  public static void forEachDocument(StoredFile file, Consumer<JsonNode> reader)
      throws IOException {
    try (InputStream in = file.open();
        MappingIterator<JsonNode> documents = JSON.readerFor(JsonNode.class).readValues(in)) {
      while (documents.hasNextValue()) {
        reader.accept(documents.nextValue());
      }
    } catch (JsonProcessingException e) {
      // The message of the parser quotes its input, so only the place goes on.
      throw new Unprovable(
          "Log file " + file.path(),
          "line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + " is not JSON",
          "Restore the file from the store before verifying.");
    }
  }

  /** Every row of a checkpoint in the form of the JSON action it stands for. */
  public static void forEachRow(StoredFile file, Consumer<JsonNode> reader) throws IOException {
    try {
      ParquetJson.forEachRow(file, reader);
    } catch (Unprovable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Unprovable(
          "Checkpoint " + file.path(),
          "it cannot be read as Parquet (" + e.getClass().getSimpleName() + ")",
          "Restore the file from the store before verifying.",
          e);
    }
  }

  /** A JSON document that an action carries as text, or a missing node when it is not JSON. */
  public static JsonNode embedded(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
