package io.platelake.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
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
    return problem(record, null);
  }

  /**
   * The same for an element of a document. The document's word counts, and where it has none the
   * element's.
   *
   * @param element null for a document without elements
   */
  public Optional<Reason> problem(RecordPlaces document, RecordPlaces element) {
    for (int i = 0; i < words.size(); i++) {
      String word = documentWord(i, document, element != null);
      boolean ofElement = word == null && element != null;
      word = ofElement ? word(i, element) : word;
      Optional<Reason> problem =
          word == null && isUnclear(i, document, element)
              ? Optional.of(Reason.UNKNOWN_KIND)
              : kinds.get(i).problem(word, ofElement);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  /** Why a document with elements is not wanted, by the words that it has itself. */
  public Optional<Reason> problemOfDocument(RecordPlaces document) {
    for (int i = 0; i < words.size(); i++) {
      String word = documentWord(i, document, true);
      Optional<Reason> problem =
          word == null ? Optional.empty() : kinds.get(i).problem(word, false);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  /** Whether a structure is where the word should be: then nobody has left the word out. */
  private boolean isUnclear(int i, RecordPlaces document, RecordPlaces element) {
    boolean ofDocument = element == null || !kinds.get(i).inElement();
    return ofDocument && isStructure(i, document) || element != null && isStructure(i, element);
  }

  private boolean isStructure(int i, RecordPlaces record) {
    return words.get(i).anyUsed(record, JsonNode::isContainerNode, text -> !text.isEmpty());
  }

  private String documentWord(int i, RecordPlaces document, boolean hasElements) {
    return hasElements && kinds.get(i).inElement() ? null : word(i, document);
  }

  private String word(int i, RecordPlaces record) {
    return words.get(i).of(record, text -> !text.isEmpty());
  }
}
