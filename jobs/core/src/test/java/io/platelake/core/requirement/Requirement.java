package io.platelake.core.requirement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One clause of a policy, an entry of {@code schemas/requirements.yaml}.
 *
 * @param id document and number, such as {@code WA-24}
 * @param document title of the document
 * @param section section or heading of the clause
 * @param clause what it asks, in our words
 * @param met how far it is met
 * @param how where the product does it; of a clause not yet met, what there is; may be null then
 * @param needs what is missing; null unless it is not yet met
 * @param where files and folders of the repository that do it
 * @param tests tests of {@code make test} that prove it: {@code package.Class#method} or {@code
 *     file.py::function}
 * @param longTests tests of {@code make test-long} that prove it too
 */
record Requirement(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String document,
    @JsonProperty(required = true) String section,
    @JsonProperty(required = true) String clause,
    @JsonProperty(required = true) Met met,
    String how,
    String needs,
    List<String> where,
    List<String> tests,
    @JsonProperty("long_tests") List<String> longTests) {

  Requirement {
    where = where == null ? List.of() : List.copyOf(where);
    tests = tests == null ? List.of() : List.copyOf(tests);
    longTests = longTests == null ? List.of() : List.copyOf(longTests);
  }
}
