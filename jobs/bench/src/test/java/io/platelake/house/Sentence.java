package io.platelake.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of a page or comment.
 *
 * @param file its file
 * @param line line of its first word, from 1
 * @param text its words, separated by single blanks
 * @param words number of words; code counts as one word
 */
record Sentence(Path file, int line, String text, int words) {
  private static final Pattern END = Pattern.compile("(?<=[.!?][)*_\"]{0,2})\\s+|\\n\\s*\\n");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d_'’.-]*");

  /**
   * The sentences of a text whose lines are the lines of its file.
   *
   * @param firstLine line of the file at which the text begins
   */
  static List<Sentence> of(Path file, int firstLine, String text) {
    List<Sentence> sentences = new ArrayList<>();
    Matcher end = END.matcher(text);
    int start = 0;
    while (end.find()) {
      add(sentences, file, firstLine, text, start, end.start());
      start = end.end();
    }
    add(sentences, file, firstLine, text, start, text.length());
    return sentences;
  }

  private static void add(
      List<Sentence> sentences, Path file, int firstLine, String text, int start, int end) {
    String sentence = text.substring(start, end);
    int words = wordsOf(sentence);
    if (words > 0) {
      int lead = sentence.length() - sentence.stripLeading().length();
      int line = firstLine + breaks(text.substring(0, start + lead));
      sentences.add(new Sentence(file, line, sentence.strip().replaceAll("\\s+", " "), words));
    }
  }

  /** Line breaks of a text. */
  static int breaks(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  static int wordsOf(String text) {
    return (int) WORD.matcher(text).results().count();
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + words + " words: " + text;
  }
}
