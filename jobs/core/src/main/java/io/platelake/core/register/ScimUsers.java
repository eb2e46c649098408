package io.platelake.core.register;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platelake.core.BadInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Users of a directory as SCIM 2.0 lists them (RFC 7644, section 3.4.2): one complete list
 * response. Only the attributes that the contract names are read. A path has a slash between its
 * names, as {@code name/familyName}; of a list, every {@code value} counts.
 */
public final class ScimUsers {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private ScimUsers() {}

  /**
   * @param file its name, for messages
   * @throws BadInput naming every mistake; also for one page of several
   */
  public static List<RegisterRow> read(RegisterContract contract, String text, String file) {
    String what = "Register file " + file;
    if (!contract.sources().contains(RegisterContract.Source.SCIM)) {
      throw new BadInput(
          what, "register " + contract.register() + " does not come as SCIM", "Give a CSV file.");
    }
    JsonNode users = resources(text, what);
    RegisterFile rows = new RegisterFile(contract, file);
    int number = 0;
    for (JsonNode user : users) {
      number++;
      Map<String, String> cells = new HashMap<>();
      contract
          .scim()
          .forEach(
              (field, path) -> {
                String value = text(user, path);
                cells.put(field, value.isBlank() ? null : value);
              });
      rows.row(cells, what + ", user " + number);
    }
    return rows.finish();
  }

  private static JsonNode resources(String text, String what) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new BadInput(what + ", line " + line, "it is not JSON", "Export the list again.");
    }
    JsonNode users = root.path("Resources");
    if (!users.isArray() || users.isEmpty()) {
      throw new BadInput(what, "it is no SCIM list with users", "Export the users as SCIM 2.0.");
    }
    long total = root.path("totalResults").asLong(-1);
    if (total != users.size()) {
      throw new BadInput(
          what,
          "totalResults does not say " + users.size() + ", so the list is not whole",
          "Put all pages into one list.");
    }
    return users;
  }

  private static String text(JsonNode user, String path) {
    JsonNode node = user;
    for (String name : path.split("/")) {
      node = node.path(name);
    }
    if (node.isArray()) {
      List<String> values = new ArrayList<>();
      node.forEach(one -> values.add(one.isObject() ? one.path("value").asText() : one.asText()));
      return String.join(";", values);
    }
    return node.isValueNode() ? node.asText("").strip() : "";
  }
}
