package io.platelake.city.option;

/**
 * Which of the bulky parts to write.
 *
 * @param pictures whether OpenALPR documents carry filler pictures of about 2 kB, otherwise empty
 *     ones
 * @param truth whether to write {@code truth.jsonl}
 * @param linesPerFile most lines of one payload file
 */
public record Output(boolean pictures, boolean truth, int linesPerFile) {
  /** With truth, without pictures. */
  public static final Output USUAL = new Output(false, true, 50_000);

  public Output {
    GeneratorOptions.require(linesPerFile >= 2, "lines per file", "2 or more");
  }
}
