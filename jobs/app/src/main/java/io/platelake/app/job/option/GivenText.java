package io.platelake.app.job.option;

import io.platelake.core.BadInput;

/** Texts that people give as the value of an option, such as a reason. */
public final class GivenText {
  private GivenText() {}

  /**
   * The text; {@link BadInput} if it is blank.
   *
   * @param remedy what to write
   */
  public static String check(String option, String text, String remedy) {
    if (text.isBlank()) {
      throw new BadInput(option, "is empty", remedy);
    }
    return text;
  }
}
