package io.platelake.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages and comments keep the sentence lengths of {@code jobs/CONVENTIONS.md}. */
class ProseTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "."), "..", "..").toAbsolutePath().normalize();

  /** Written by {@code make schemas} from YAML and samples. */
  private static final Set<String> GENERATED =
      Set.of(
          "FEEDS.md",
          "HOTLISTS.md",
          "DICTIONARY.md",
          "REQUIREMENTS.md",
          "FILES.md",
          "REASONS.md",
          "DENIALS.md",
          "DETECTORS.md");

  private static final int DECISION_WORDS = 150;
  private static final int FIRST_SENTENCE_WORDS = 25;
  private static final int SHOWN = 15;

  @Test
  void shouldKeepSentencesOfPagesShort() {
    assertShort(pages(p -> !isGenerated(p)), 14, 20, 30);
  }

  @Test
  void shouldKeepSentencesOfGeneratedPagesShort() {
    assertShort(pages(ProseTest::isGenerated), 13, 20, 40);
  }

  @Test
  void shouldKeepDecisionsToOneIdea() {
    List<String> tooLong =
        pages(p -> p.startsWith("jobs/decisions")).stream()
            .filter(page -> page.words() > DECISION_WORDS)
            .map(page -> page.file() + ": " + page.words() + " words")
            .toList();
    assertEquals(List.of(), tooLong, "move figures and details to jobs/notes");
  }

  @Test
  void shouldStartJavadocWithAShortSentence() {
    List<Sentence> tooLong =
        files(p -> p.toString().endsWith(".java") && p.toString().contains("/src/main/java/"))
            .stream()
            .flatMap(file -> JavadocSentences.of(ROOT.relativize(file), text(file)).stream())
            .filter(sentence -> sentence.words() > FIRST_SENTENCE_WORDS)
            .toList();
    assertEquals(0, tooLong.size(), () -> worst(tooLong));
  }

  private static void assertShort(List<Page> pages, double mean, int p90, int longest) {
    List<Sentence> sentences = pages.stream().flatMap(page -> page.sentences().stream()).toList();
    int[] words =
        sentences.stream().mapToInt(Sentence::words).filter(w -> w > 3).sorted().toArray();
    assertTrue(words.length > 50, () -> "sentences: " + words.length);
    double measured = Arrays.stream(words).average().orElseThrow();
    int measuredP90 = words[(int) (0.9 * words.length)];
    assertTrue(
        measured <= mean && measuredP90 <= p90 && words[words.length - 1] <= longest,
        () ->
            String.format(
                Locale.ROOT,
                "words a sentence: mean %.1f, p90 %d, longest %d; allowed %.1f, %d, %d%s",
                measured,
                measuredP90,
                words[words.length - 1],
                mean,
                p90,
                longest,
                worst(sentences)));
  }

  /** The longest sentences, one a line, with file and line. */
  private static String worst(List<Sentence> sentences) {
    return sentences.stream()
        .sorted(Comparator.comparingInt(Sentence::words).reversed())
        .limit(SHOWN)
        .map(Sentence::toString)
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static boolean isGenerated(Path page) {
    return page.startsWith("schemas") && GENERATED.contains(page.getFileName().toString());
  }

  private static List<Page> pages(Predicate<Path> wanted) {
    return files(p -> p.toString().endsWith(".md")).stream()
        .map(file -> Page.read(ROOT, file))
        .filter(page -> wanted.test(page.file()))
        .toList();
  }

  /** Files of the project in a fixed order, without what tools and runs have made. */
  private static List<Path> files(Predicate<Path> wanted) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = folder.getFileName().toString();
              boolean made =
                  name.equals("target")
                      || name.startsWith(".")
                      || folder.getParent().equals(ROOT) && !isOurs(name);
              return made && !folder.equals(ROOT)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (wanted.test(file)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream().sorted().toList();
  }

  private static boolean isOurs(String folder) {
    return Set.of("bin", "dags", "deploy", "jobs", "notebooks-spec", "schemas").contains(folder);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
