package io.platelake.app.hold;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.platelake.app.job.option.Ids;
import io.platelake.app.ledger.hold.HoldOrder;
import io.platelake.app.ledger.hold.HoldSelector;
import io.platelake.core.BadInput;
import io.platelake.core.plate.PlateText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hold as a YAML file, because a plate is never an argument.
 *
 * @param id hold id
 * @param agency owner of the reads
 * @param kind kind of hold, as the policy names it
 * @param caseRef case it serves
 * @param authority document that orders it
 * @param category offence category, where the policy limits the kind to some
 * @param purposes purposes it reaches
 * @param plates plates it selects; null: any
 * @param cameras cameras it selects; null: any
 * @param capturedFrom first instant of capture it selects, UTC; null: any
 * @param capturedTo first instant it no longer selects, UTC; null: any
 * @param reviewDue when a person must ask whether it is still needed, UTC
 */
record HoldFile(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String agency,
    @JsonProperty(required = true) String kind,
    @JsonProperty(value = "case", required = true) String caseRef,
    @JsonProperty(required = true) String authority,
    String category,
    @JsonProperty(required = true) List<String> purposes,
    List<String> plates,
    List<String> cameras,
    @JsonProperty("captured_from") Instant capturedFrom,
    @JsonProperty("captured_to") Instant capturedTo,
    @JsonProperty("review_due") Instant reviewDue) {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .registerModule(new JavaTimeModule())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /**
   * @throws BadInput with file and line; the text of the file is not quoted
   */
  static HoldOrder read(String text, String file) {
    HoldFile hold;
    try {
      hold = YAML.readValue(text, HoldFile.class);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new BadInput(
          "Hold file " + file + ", line " + line,
          "a key is unknown, repeated or missing, or a value has the wrong form",
          "Keys: id, agency, kind, case, authority, purposes; and plates, cameras, captured_from,"
              + " captured_to, category, review_due.");
    }
    if (hold == null) {
      throw new BadInput("Hold file " + file, "it is empty", "Write a hold.");
    }
    return hold.order(file);
  }

  private HoldOrder order(String file) {
    Ids.check("Hold file " + file + ", id", id);
    HoldSelector selector =
        new HoldSelector(
            purposes,
            Optional.ofNullable(plates).map(given -> normalised(given, file)),
            Optional.ofNullable(cameras),
            Optional.ofNullable(capturedFrom),
            Optional.ofNullable(capturedTo));
    if (selector.selectsAll()) {
      throw new BadInput(
          "Hold file " + file,
          "it selects every read there is",
          "Give plates, cameras, captured_from or captured_to.");
    }
    return new HoldOrder(
        id,
        agency,
        kind,
        caseRef,
        authority,
        Optional.ofNullable(category),
        selector,
        Optional.ofNullable(reviewDue));
  }

  private static List<String> normalised(List<String> plates, String file) {
    List<String> normalised = new ArrayList<>();
    for (int i = 0; i < plates.size(); i++) {
      int place = i + 1;
      normalised.add(
          PlateText.spelled(plates.get(i))
              .orElseThrow(
                  () ->
                      new BadInput(
                          "Hold file " + file + ", plates, entry " + place,
                          "not a plate",
                          "Use letters and digits.")));
    }
    return normalised;
  }

  /** Shows no plate. */
  @Override
  public String toString() {
    return "hold file " + id;
  }
}
