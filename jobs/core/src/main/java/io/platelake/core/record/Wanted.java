package io.platelake.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a parser takes from a document, by the names of its fields. Pictures make up nearly all of a
 * document: where they are not kept, the parser notes only whether there is one.
 */
public final class Wanted {
  /** What a parser does with a field. */
  enum Use {
    READ,
    PICTURE
  }

  /** Marks a picture that was not read, or another value in its place. */
  public static final JsonNode PRESENT = BooleanNode.TRUE;

  // Set.of and Map.of divide to find a bucket; Jackson hands out names whose hash is known.
  private final Map<String, Use> uses = new HashMap<>();
  private final boolean picturesRead;
  private final boolean numbersAreTexts;

  /**
   * @param names fields that are read
   * @param pictures fields that are pictures, unless they are among the names
   * @param picturesRead whether they may be kept
   */
  public Wanted(Collection<String> names, Collection<String> pictures, boolean picturesRead) {
    this(names, pictures, picturesRead, false);
  }

  private Wanted(
      Collection<String> names,
      Collection<String> pictures,
      boolean picturesRead,
      boolean numbersAreTexts) {
    pictures.forEach(name -> uses.put(name, Use.PICTURE));
    names.forEach(name -> uses.put(name, Use.READ));
    this.picturesRead = picturesRead;
    this.numbersAreTexts = numbersAreTexts;
  }

  /** Values as they are written: a plate or case of digits keeps them all. */
  public static Wanted asWritten(Collection<String> names) {
    return new Wanted(names, List.of(), false, true);
  }

  /** Null for a field that is passed over. */
  Use use(String name) {
    return uses.get(name);
  }

  /** Whether a number is read as the text that it is written as. */
  boolean numbersAreTexts() {
    return numbersAreTexts;
  }

  public boolean picturesRead() {
    return picturesRead;
  }
}
