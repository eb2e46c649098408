package io.platelake.core.access;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds terms in texts: whole words, one after the other. A term within a word is not found, so
 * {@code police} and {@code notice} hold no {@code ice}. Letters with blanks or dots between them
 * are a word too, as in {@code I.C.E.}
 */
public final class Terms<T> {
  private record Term<T>(List<String> words, T what) {}

  private final Map<String, List<Term<T>>> byFirst = new HashMap<>();
  private final Map<List<String>, T> whole = new HashMap<>();

  /** Adds a term that is looked for everywhere in a text. */
  public void add(String term, T what) {
    List<String> words = words(term);
    if (!words.isEmpty()) {
      byFirst.computeIfAbsent(words.get(0), k -> new ArrayList<>(1)).add(new Term<>(words, what));
    }
  }

  /** Adds a term that counts when it is all that a text says. */
  public void addWhole(String term, T what) {
    whole.put(words(term), what);
  }

  /** What the terms of a text stand for, in their order, each once. */
  public List<T> find(String text) {
    List<String> words = words(text);
    List<T> found = new ArrayList<>(0);
    T all = whole.get(words);
    if (all != null) {
      found.add(all);
    }
    for (int at = 0; at < words.size(); at++) {
      for (Term<T> term : byFirst.getOrDefault(words.get(at), List.of())) {
        int end = at + term.words().size();
        if (end <= words.size()
            && words.subList(at, end).equals(term.words())
            && !found.contains(term.what())) {
          found.add(term.what());
        }
      }
    }
    return found;
  }

  /** The words of a text in lower case; single letters in a row are one word. */
  public static List<String> words(String text) {
    String plain =
        isAscii(text)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    List<String> words = new ArrayList<>(8);
    StringBuilder letters = new StringBuilder();
    for (String word : split(plain.toLowerCase(Locale.ROOT))) {
      if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
        letters.append(word);
        continue;
      }
      flush(letters, words);
      words.add(word);
    }
    flush(letters, words);
    return words;
  }

  private static void flush(StringBuilder letters, List<String> words) {
    if (letters.length() > 0) {
      words.add(letters.toString());
      letters.setLength(0);
    }
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>(8);
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean in = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (in && start < 0) {
        start = i;
      } else if (!in && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /** A term in its one spelling, for comparisons of whole texts. */
  public static String spelled(String text) {
    return String.join(" ", words(text));
  }
}
