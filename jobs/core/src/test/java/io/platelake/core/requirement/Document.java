package io.platelake.core.requirement;

import java.util.List;
import java.util.stream.IntStream;

/** The documents whose clauses are traced, in the order of the table, and how many each has. */
enum Document {
  WA("City #2 ALPR Policy", 52),
  WM("Westmorland PD Policy 462", 29),
  AG("California AG ALPR Template 429", 33),
  KY("Kentucky Model ALPR Policy", 38),
  PG("ALPR Policy Guidelines", 26);

  private final String title;
  private final int clauses;

  Document(String title, int clauses) {
    this.title = title;
    this.clauses = clauses;
  }

  String title() {
    return title;
  }

  /** Ids of its clauses, numbered from 1 without a gap. */
  List<String> ids() {
    return IntStream.rangeClosed(1, clauses).mapToObj(n -> name() + "-" + n).toList();
  }
}
