package io.platelake.core.hotlist.layout;

import io.platelake.core.plate.NoPlateWords;
import io.platelake.core.plate.PlateCharacters;
import java.util.List;

/**
 * How one hot list looks and whose it is: the content of a definition file.
 *
 * <pre>
 * id: state-stolen            # required, names the list in tables
 * agency: city-2              # required, who uses it
 * owner: city-9               # who maintains it, when that is another agency
 * purpose: criminal           # required
 * source: wa_state_cjis       # required, as the policy names it
 * layout: us-ncic             # a layout that comes with the product; left out for one of your own
 * mapping: {encoding: ...}    # all of the list's own layout, or what differs from the named one
 * categories: {V: stolen_vehicle}  # the list's words for categories, and the policy's
 * no_plate_words: {add: [SIN LAMINA], plates: [MISSING]}  # see schemas/plates/no-plate.yaml
 * </pre>
 *
 * <p>Earlier definitions may say {@code override} for {@code mapping}, write their own layout under
 * {@code layout}, or describe delimited text with a header line in short: {@code format: csv},
 * {@code delimiter}, {@code encoding}, {@code letter_o_as_zero}, {@code wildcards}, and {@code
 * columns} from the canonical field to the header.
 *
 * <p>The source's own time is no part of it: it belongs to a snapshot and is given with the file.
 */
public final class ListDefinition {
  private final String id;
  private final String agency;
  private final String owner;
  private final String purpose;
  private final String source;
  private final String layoutName;
  private final ListLayout layout;
  private final NoPlateWords noPlateWords;
  private final PlateCharacters characters;
  private final String fieldsKey;

  ListDefinition(
      String id,
      String agency,
      String owner,
      String purpose,
      String source,
      String layoutName,
      ListLayout layout,
      String fieldsKey,
      NoPlateWords noPlateWords,
      PlateCharacters characters) {
    this.id = id;
    this.agency = agency;
    this.owner = owner;
    this.purpose = purpose;
    this.source = source;
    this.layoutName = layoutName;
    this.layout = layout;
    this.noPlateWords = noPlateWords;
    this.characters = characters;
    this.fieldsKey = fieldsKey;
  }

  /** Keys of a definition. */
  public static List<String> keys() {
    return List.copyOf(ListDefinitionReader.keys());
  }

  /**
   * Reads a definition.
   *
   * @param yaml the text of the file
   * @param fileName named in errors
   * @throws BadInput for unknown or repeated keys, wrong types, missing or wrong values; names file
   *     and line
   */
  public static ListDefinition read(String yaml, String fileName) {
    return ListDefinitionReader.read(yaml, fileName);
  }

  public String id() {
    return id;
  }

  /** Agency that uses the list. */
  public String agency() {
    return agency;
  }

  /** Agency that maintains the list; the one that uses it when the definition says nothing. */
  public String owner() {
    return owner;
  }

  /** Whether another agency maintains it. */
  public boolean isForeign() {
    return !owner.equals(agency);
  }

  public String purpose() {
    return purpose;
  }

  public String source() {
    return source;
  }

  /** Name of the layout, null when the definition holds its own. */
  public String layoutName() {
    return layoutName;
  }

  /** Text of the layout that the definition names, empty when it holds its own. */
  public String layoutText() {
    return layoutName == null ? "" : ShippedLayouts.text(layoutName);
  }

  /** Whether the list writes every letter O as zero. */
  public boolean letterOAsZero() {
    return layout.letterOAsZero();
  }

  public ListLayout layout() {
    return layout;
  }

  /** Words of the list that stand for a plate that is not known. */
  public NoPlateWords noPlateWords() {
    return noPlateWords;
  }

  /** What becomes of characters that the key of a plate has not. */
  public PlateCharacters characters() {
    return characters;
  }

  /** The key that maps a field, in the words of this definition. */
  public String wordsFor(ListField field) {
    return fieldsKey + field.key();
  }
}
