package io.platelake.core.mapping;

import io.platelake.core.record.Reason;
import java.util.List;
import java.util.Optional;

/** Tells by all of a mapping's {@link RecordKind}s whether a record is wanted. */
public final class KindReader {
  private final List<RecordKind> kinds;
  private final List<SourceText> words;

  public KindReader(List<RecordKind> kinds) {
    this.kinds = kinds;
    this.words = kinds.stream().map(kind -> new SourceText(kind.source())).toList();
  }

  /** The first kind's reason why the record is not wanted; empty when all of them want it. */
  public Optional<Reason> problem(RecordPlaces record) {
    for (int i = 0; i < words.size(); i++) {
      Optional<Reason> problem =
          kinds.get(i).problem(words.get(i).of(record, text -> !text.isEmpty()));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }
}
