package io.platelake.core.match.index;

import io.platelake.core.match.rule.EquivalenceRule;
import io.platelake.core.match.rule.NearRule;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateEdits;
import java.io.Serializable;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;

/**
 * The plates of a hot list, for looking up read after read. Immutable; any number of threads may
 * look up at once, and a look-up allocates nothing.
 *
 * <p>Exact and equivalent plates meet under their fold key, near ones under what is left of them
 * without one character. Entries keep about 20 bytes each without near plates and 85 to 115 with
 * them: 0.6 GB for five million.
 */
public final class EntryIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int UNMARKED = 0;

  private final long[] keys;
  private final BitSet letterOAsZero;
  private final EquivalenceRule rule;
  private final OcrClasses classes;
  private final OcrClasses folding;
  private final KeyBuckets byFold;
  private final NearForms forms;

  private EntryIndex(
      long[] keys, BitSet letterOAsZero, EquivalenceRule rule, OcrClasses classes, NearRule near) {
    this.keys = keys;
    this.letterOAsZero = letterOAsZero;
    this.rule = rule;
    this.classes = classes;
    folding = letterOAsZero.isEmpty() ? classes : classes.withLetterOAsZero();
    byFold = KeyBuckets.of(this::folded);
    forms = near == null ? null : new NearForms(keys, near.minLength());
  }

  /**
   * @param plateKeys plates of the entries; 0 for an entry without a plate, which nothing matches
   * @param letterOAsZero entries whose list writes the letter O as zero
   * @param near when near plates are looked for too; the index is then five times as large
   */
  public static EntryIndex of(
      long[] plateKeys,
      BitSet letterOAsZero,
      EquivalenceRule rule,
      OcrClasses classes,
      Optional<NearRule> near) {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(classes, "classes");
    return new EntryIndex(
        plateKeys.clone(), (BitSet) letterOAsZero.clone(), rule, classes, near.orElse(null));
  }

  /** Number of entries, with or without a plate. */
  public int size() {
    return keys.length;
  }

  /**
   * Visits every entry that matches, once, with its best tier, in no particular order.
   *
   * @param plateKey plate of the read; 0 for none
   */
  public void find(long plateKey, EntryVisitor visitor) {
    findAlike(plateKey, visitor);
    if (forms != null) {
      forms.find(plateKey, this, visitor);
    }
  }

  /** As {@link #find}, for exact and equivalent plates only. */
  public void findAlike(long plateKey, EntryVisitor visitor) {
    long hash = KeyBuckets.hash(folding.foldKey(plateKey));
    if (plateKey <= 0 || !byFold.mayHold(hash, UNMARKED, UNMARKED)) {
      return;
    }
    for (int i = byFold.start(hash), end = byFold.end(hash); i < end; i++) {
      int ordinal = byFold.value(i);
      Optional<PlateTier> tier = tier(plateKey, ordinal);
      if (tier.isPresent()) {
        int edits = classes.substitutions(plateKey, keys[ordinal], letterOAsZero.get(ordinal));
        visitor.match(ordinal, tier.get(), edits);
      }
    }
  }

  /**
   * Every plate for which {@link #findAlike} visits an entry, in order.
   *
   * @param most how many are worth spelling out; nothing when they are more
   */
  public Optional<long[]> alike(int most) {
    AlikeKeys alike = new AlikeKeys(rule, classes, most);
    for (int ordinal = 0; ordinal < keys.length; ordinal++) {
      if (keys[ordinal] > 0) {
        alike.add(keys[ordinal], letterOAsZero.get(ordinal));
      }
    }
    return alike.all();
  }

  /** Visits an entry at most one edit away, once letter O is zero, if it is near and no better. */
  void visitNear(long plateKey, int ordinal, EntryVisitor visitor) {
    boolean oneEdit = letterOAsZero.get(ordinal) || PlateEdits.oneApart(plateKey, keys[ordinal]);
    if (oneEdit && tier(plateKey, ordinal).isEmpty()) {
      visitor.match(ordinal, PlateTier.NEAR, 1);
    }
  }

  private Optional<PlateTier> tier(long plateKey, int ordinal) {
    return rule.tier(plateKey, keys[ordinal], classes, letterOAsZero.get(ordinal));
  }

  private void folded(KeyBuckets.Sink sink) {
    for (int ordinal = 0; ordinal < keys.length; ordinal++) {
      if (keys[ordinal] > 0) {
        sink.put(folding.foldKey(keys[ordinal]), UNMARKED, ordinal);
      }
    }
  }
}
