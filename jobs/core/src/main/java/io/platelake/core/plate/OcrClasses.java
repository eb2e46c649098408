package io.platelake.core.plate;

import io.platelake.core.BadInput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups of characters that a reader takes for one another, for example {@code 0ODQ}.
 *
 * <p>The first character of a class stands for all of it in a fold key. Classes come from a policy,
 * do not overlap, and a character outside of them equals only itself. Folding keeps the length:
 * plates of different length are never equivalent here.
 *
 * <p>The methods take keys made by {@link PlateKey#pack} and allocate nothing, because they run
 * once per read and once per candidate pair. The fold key is stored with each read, so a table is
 * only comparable with lists folded under the same classes: record {@link #classes()} beside it.
 */
public final class OcrClasses implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The table in the documentation of Genetec AutoVu; in one open sample of US plates (n = 751) a
   * quarter of all misreads vanished under it.
   */
  public static final OcrClasses GENETEC = of(List.of("0ODQ", "1I", "2Z", "5S", "8B", "6G"));

  /** Letter O and zero alone, for lists that write the one as the other. */
  public static final OcrClasses LETTER_O_AS_ZERO = of(List.of("0O"));

  private static final int LETTER_O = PlateKey.digit('O');
  private static final int ZERO = PlateKey.digit('0');

  private final List<String> classes;
  private final byte[] representative;

  private OcrClasses(List<String> classes, byte[] representative) {
    this.classes = classes;
    this.representative = representative;
  }

  /**
   * Classes as a policy lists them; an empty list folds nothing.
   *
   * @throws BadInput if a class has fewer than two characters, a character that no plate has, or
   *     one that another class already holds
   */
  public static OcrClasses of(List<String> classes) {
    byte[] representative = new byte[PlateKey.BASE];
    for (byte digit = 0; digit < PlateKey.BASE; digit++) {
      representative[digit] = digit;
    }
    boolean[] taken = new boolean[PlateKey.BASE];
    for (int i = 0; i < classes.size(); i++) {
      String members = classes.get(i);
      if (members.length() < 2) {
        throw wrong(i, "it has fewer than two characters");
      }
      for (int j = 0; j < members.length(); j++) {
        char c = members.charAt(j);
        if (!PlateKey.isPlateCharacter(c)) {
          throw wrong(i, "character " + (j + 1) + " is not A-Z or 0-9");
        }
        if (taken[PlateKey.digit(c)]) {
          throw wrong(i, "character " + c + " is already in a class");
        }
        taken[PlateKey.digit(c)] = true;
        representative[PlateKey.digit(c)] = (byte) PlateKey.digit(members.charAt(0));
      }
    }
    return new OcrClasses(List.copyOf(classes), representative);
  }

  /**
   * These classes with letter O and zero in one class, each with its former group. Under them,
   * plates always fold like the entries of a list that writes O as zero.
   */
  public OcrClasses withLetterOAsZero() {
    StringBuilder zeros = new StringBuilder("0O");
    List<String> widened = new ArrayList<>();
    for (String members : classes) {
      if (members.indexOf('0') < 0 && members.indexOf('O') < 0) {
        widened.add(members);
      } else {
        members.chars().filter(c -> c != '0' && c != 'O').forEach(c -> zeros.append((char) c));
      }
    }
    widened.add(0, zeros.toString());
    return of(widened);
  }

  /** The classes as given, in the order given. */
  public List<String> classes() {
    return classes;
  }

  /** The key with each character replaced by the first one of its class; same length. */
  public long foldKey(long plateKey) {
    long folded = 0;
    long place = 1;
    for (long rest = plateKey; rest > 0; rest /= PlateKey.BASE) {
      folded += representative[(int) (rest % PlateKey.BASE)] * place;
      place *= PlateKey.BASE;
    }
    return folded;
  }

  /** Number of positions at which the plates differ if both fold alike, -1 if they do not. */
  public int substitutions(long a, long b) {
    return substitutions(a, b, false);
  }

  /**
   * Like {@link #substitutions(long, long)}. With {@code letterOAsZero}, a letter O against a zero
   * counts nothing and needs no class, because one of the two sides cannot write the letter.
   */
  public int substitutions(long a, long b, boolean letterOAsZero) {
    int count = 0;
    long restA = a;
    long restB = b;
    while (restA != restB) {
      int digitA = (int) (restA % PlateKey.BASE);
      int digitB = (int) (restB % PlateKey.BASE);
      if (digitA != digitB && !(letterOAsZero && isZeroAndO(digitA, digitB))) {
        if (representative[digitA] != representative[digitB]) {
          return -1;
        }
        count++;
      }
      restA /= PlateKey.BASE;
      restB /= PlateKey.BASE;
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OcrClasses that && classes.equals(that.classes);
  }

  @Override
  public int hashCode() {
    return classes.hashCode();
  }

  @Override
  public String toString() {
    return "OcrClasses" + classes;
  }

  private static boolean isZeroAndO(int a, int b) {
    return (a == ZERO && b == LETTER_O) || (a == LETTER_O && b == ZERO);
  }

  private static BadInput wrong(int index, String why) {
    return new BadInput(
        "OCR class " + (index + 1),
        why,
        "Write each class as two or more different characters of A-Z and 0-9, each character in one"
            + " class only.");
  }
}
