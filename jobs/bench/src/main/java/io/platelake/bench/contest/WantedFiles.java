package io.platelake.bench.contest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.Set;

/**
 * A list as long as a state's. It joins the generated list and made-up entries about vehicles that
 * never pass a camera, so each match of those is a chance match.
 */
public final class WantedFiles {
  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String[] LOOKS = {
    "Toyota,Camry,silver", "Honda,Civic,black", "Ford,F-150,white", "Subaru,Outback,blue", ",,"
  };

  private WantedFiles() {}

  /**
   * The generated list with as many made-up entries behind it that it has {@code size}.
   *
   * @param driven plates of the traffic, which no made-up entry may have
   */
  public static Path write(Path generated, Path file, long size, Set<String> driven)
      throws IOException {
    Files.copy(generated, file, StandardCopyOption.REPLACE_EXISTING);
    long has;
    try (var lines = Files.lines(generated)) {
      has = lines.count() - 1;
    }
    Random random = new Random(1);
    try (BufferedWriter out =
        Files.newBufferedWriter(file, java.nio.file.StandardOpenOption.APPEND)) {
      for (long i = has; i < size; i++) {
        String plate = plate(random);
        while (driven.contains(plate)) {
          plate = plate(random);
        }
        out.write(plate);
        out.write(",WA,stolen_vehicle,,F" + i + ",B4711,relevant and material to the case,");
        out.write(LOOKS[random.nextInt(LOOKS.length)]);
        out.write(",\n");
      }
    }
    return file;
  }

  /** Three letters and four digits, as most plates of the generated traffic. */
  private static String plate(Random random) {
    StringBuilder plate = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      plate.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return plate.append(String.format("%04d", random.nextInt(10_000))).toString();
  }

  /** The policy with near plates, which may alert too. */
  public static Path nearPolicy(Path policy, Path file) throws IOException {
    String near =
        """
            max_substitutions: 1
          near:
            min_length: 5
            min_candidate_share: 0.5
            low_confidence: 0.8
        """;
    String text = Files.readString(policy);
    String changed =
        text.replace("    max_substitutions: 1\n", near)
            .replace("tiers: [exact, equivalent]", "tiers: [exact, equivalent, near]");
    if (changed.length() < text.length() + near.length() / 2) {
      throw new IllegalStateException("the policy is not as it was");
    }
    return Files.writeString(file, changed);
  }
}
