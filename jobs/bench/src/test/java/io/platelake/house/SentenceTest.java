package io.platelake.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sentences are found where they are, and nothing else is counted as one. */
class SentenceTest {
  private static final Path FILE = Path.of("page");

  @Test
  void shouldFindSentencesOfParagraphsAndItems() {
    String page =
        """
        # A heading is no sentence

        One two three. Four `some code`
        five six!

        | a | table |
        |---|---|

        - seven [eight
          nine](a/link.md)
        - ten

            indented code
        """;
    assertEquals(
        """
        3: 3 One two three.
        3: 4 Four code five six!
        9: 3 seven [eight nine]
        11: 1 ten
        """,
        shown(new Page(FILE, page).sentences()));
  }

  @Test
  void shouldSkipFrontMatterAndFences() {
    String page =
        """
        ---
        title: none of this counts
        ---
        First.

        ```
        code
        ```
        Second one.
        """;
    assertEquals("4: 1 First.\n9: 2 Second one.\n", shown(new Page(FILE, page).sentences()));
  }

  @Test
  void shouldTakeTheFirstSentenceOfJavadoc() {
    String source =
        """
        /** Short one. Second one. */
        class A {
          /**
           * Spans two
           * lines, see {@link A#b and more}: 1.5 of them.
           *
           * <p>More.
           *
           * @param a no part of it
           */
          void b(int a) {}

          /**
           * @throws Refusal always
           */
          String c = "/** no comment */";
        }
        """;
    assertEquals(
        """
        1: 2 Short one.
        4: 8 Spans two lines, see code: 1.5 of them.
        """,
        shown(JavadocSentences.of(FILE, source)));
  }

  private static String shown(List<Sentence> sentences) {
    StringBuilder shown = new StringBuilder();
    for (Sentence s : sentences) {
      shown.append(s.line()).append(": ").append(s.words()).append(' ').append(s.text());
      shown.append('\n');
    }
    return shown.toString();
  }
}
