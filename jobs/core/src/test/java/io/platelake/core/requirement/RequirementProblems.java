package io.platelake.core.requirement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with the entries: ids, texts, paths, and tests that do not prove what they should.
 */
final class RequirementProblems {
  private final Path repository;
  private final Proofs proofs;
  private final List<String> problems = new ArrayList<>();

  private RequirementProblems(Proofs proofs) {
    this.repository = proofs.repository().normalize();
    this.proofs = proofs;
  }

  /** One line a problem, each starting with the id it concerns; empty when there is none. */
  static List<String> of(List<Requirement> requirements, Proofs proofs) throws IOException {
    RequirementProblems found = new RequirementProblems(proofs);
    found.ids(requirements.stream().map(Requirement::id).toList());
    for (Requirement r : requirements) {
      found.texts(r);
      found.paths(r);
      found.tests(r);
    }
    return found.problems;
  }

  private void ids(List<String> ids) {
    List<String> expected =
        Arrays.stream(Document.values()).flatMap(d -> d.ids().stream()).toList();
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      check(seen.add(id), id, "stands twice");
      check(expected.contains(id), id, "no document has such a clause");
    }
    expected.forEach(id -> check(seen.contains(id), id, "is missing"));
    if (problems.isEmpty() && !ids.equals(expected)) {
      problems.add("ids do not stand in the order of the documents");
    }
  }

  private void texts(Requirement r) {
    boolean titled =
        Arrays.stream(Document.values())
            .anyMatch(d -> d.title().equals(r.document()) && d.ids().contains(r.id()));
    check(titled, r.id(), "is not of the document " + r.document());
    check(!r.section().isBlank(), r.id(), "names no section");
    check(r.clause().endsWith("."), r.id(), "has a clause that is no sentence");
    boolean open = r.met() == Met.NOT_YET;
    check(open == (r.needs() != null), r.id(), "says what it needs exactly if it is not yet met");
    check(r.how() != null || open, r.id(), "does not say how it is met");
    check(r.how() != null || r.where().isEmpty(), r.id(), "says where, and not how");
  }

  private void paths(Requirement r) {
    check(!r.met().byPlatform() || !r.where().isEmpty(), r.id(), "does not say where it is met");
    for (String path : r.where()) {
      boolean within = repository.resolve(path).normalize().startsWith(repository);
      check(within && Files.exists(repository.resolve(path)), r.id(), "there is no " + path);
    }
  }

  private void tests(Requirement r) throws IOException {
    check(!r.met().byPlatform() || !r.tests().isEmpty(), r.id(), "no test proves it");
    boolean proved = !r.tests().isEmpty() || !r.longTests().isEmpty();
    check(r.met() != Met.NOT_YET || !proved, r.id(), "is not yet met, and names tests");
    check(new HashSet<>(r.tests()).size() == r.tests().size(), r.id(), "names a test twice");
    for (String test : r.tests()) {
      proofs.problem(test).ifPresent(why -> problems.add(r.id() + ": " + test + ": " + why));
    }
    for (String test : r.longTests()) {
      proofs.longProblem(test).ifPresent(why -> problems.add(r.id() + ": " + test + ": " + why));
    }
  }

  private void check(boolean holds, String id, String otherwise) {
    if (!holds) {
      problems.add(id + ": " + otherwise);
    }
  }
}
