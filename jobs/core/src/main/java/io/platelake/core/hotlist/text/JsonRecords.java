package io.platelake.core.hotlist.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.platelake.core.BadInput;
import io.platelake.core.hotlist.layout.FieldLocation;
import io.platelake.core.hotlist.layout.FieldSource;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.hotlist.layout.ListLayout;
import io.platelake.core.hotlist.layout.ListRecord;
import io.platelake.core.hotlist.layout.RefusalCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Records that are JSON objects: in one array, or one after the other. */
public final class JsonRecords implements RecordSource {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(TextLines.LONGEST)
                  .maxNestingDepth(32)
                  .maxNameLength(1024)
                  .maxNumberLength(64)
                  .build())
          .build();

  private final ListLayout layout;
  private final String fileName;
  private final JsonParser json;
  private final Set<String> wanted;
  private boolean begun;

  public JsonRecords(ListText text, ListLayout layout, String fileName) {
    this.layout = layout;
    this.fileName = fileName;
    this.wanted =
        layout.fields().values().stream()
            .map(FieldSource::place)
            .filter(FieldLocation.Named.class::isInstance)
            .map(place -> ((FieldLocation.Named) place).name())
            .collect(Collectors.toSet());
    try {
      json = JSON.createParser(text);
    } catch (IOException e) {
      throw new UncheckedIOException(fileName, e);
    }
  }

  @Override
  public ListRecord next() {
    try {
      JsonToken token = json.nextToken();
      while (token == JsonToken.START_ARRAY && json.getParsingContext().getParent().inRoot()
          || token == JsonToken.END_ARRAY) {
        token = json.nextToken();
      }
      if (token == null) {
        if (!begun) {
          throw new BadInput(fileName, "the file is empty", "Fetch the file again.");
        }
        return null;
      }
      begun = true;
      int line = json.currentTokenLocation().getLineNr();
      if (token != JsonToken.START_OBJECT) {
        json.skipChildren();
        return new ListRecord.Broken(line, RefusalCode.RECORD_MALFORMED);
      }
      Map<String, String> values = new HashMap<>();
      read("", values);
      return values.values().stream().allMatch(JsonRecords::isText)
          ? new ListRecord.Values(line, values)
          : new ListRecord.Broken(line, RefusalCode.RECORD_MALFORMED);
    } catch (JsonProcessingException e) {
      // Not as the cause: its message quotes the text.
      throw new BadInput(
          fileName + ", line " + Math.max(1, json.currentLocation().getLineNr()),
          "it is no well-formed JSON, or the file is cut",
          "Fetch the file again.");
    } catch (IOException e) {
      throw new UncheckedIOException(fileName, e);
    }
  }

  private void read(String prefix, Map<String, String> values) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String path = prefix + json.currentName();
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_OBJECT) {
        read(path + ".", values);
      } else if (token == JsonToken.START_ARRAY) {
        json.skipChildren();
      } else if (token != JsonToken.VALUE_NULL && wanted.contains(path)) {
        values.put(path, json.getText());
      }
    }
  }

  /** An escape can write what the bytes of a list may not hold. */
  private static boolean isText(String value) {
    return value
        .chars()
        .allMatch(c -> c != '\uFFFD' && (!Character.isISOControl(c) || "\n\r\t".indexOf(c) >= 0));
  }

  @Override
  public Map<ListField, FieldSource> fields() {
    return layout.fields();
  }

  @Override
  public long skipped() {
    return 0;
  }

  @Override
  public Instant statedTime() {
    return null;
  }
}
