package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Every wrong use of a command is a sentence, and repeats no word that could be a plate. */
class UsageMessageTest {
  private enum Colour {
    RED,
    BLUE
  }

  @Command(name = "paint")
  private static final class Paint {
    @Option(names = "--colour", paramLabel = "COLOUR", required = true)
    private Colour colour;

    @Option(names = "--coats", paramLabel = "N")
    private int coats;

    @Option(names = "--share", paramLabel = "SHARE")
    private double share;

    @Option(names = "--out", paramLabel = "DIR")
    private String out;

    @Parameters(paramLabel = "WALL", arity = "1")
    private String wall;
  }

  @Command(name = "list")
  private static final class Listing {
    @Option(names = "--out", paramLabel = "DIR")
    private String out;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--colour RED | WALL is missing.",
        "--out x | --colour=COLOUR and WALL are missing.",
        "--colour RED north --out | --out has no value. Write it behind the option.",
        "--colour TST0001 north | --colour: an unknown word. Use one of RED, BLUE.",
        "--colour RED --coats TST0001 north | --coats: not a whole number. Write digits only.",
        "--colour RED --share TST0001 north | --share: not a number. Write it as 0.5.",
        "--colour RED --out a --out b north | --out is given more than once. Give it once.",
        "--colour RED north --fast | it has no option --fast.",
        "--colour RED north TST0001 | word 4 after platelake is one too many. Remove it, or put the"
            + " option before it whose value it is.",
      })
  void shouldSayInASentenceWhatIsWrong(String words, String message) {
    assertEquals(message, message(new Paint(), words));
  }

  @ParameterizedTest
  @CsvSource({"TST0001", "-7ABC123"})
  void shouldNotRepeatAWordThatNoOptionIs(String word) {
    String message = message(new Listing(), "--out x " + word);
    assertFalse(message.contains(word), message);
    assertEquals(
        "word 3 after platelake is no option, and the command takes only options. Remove it, or"
            + " put the option before it whose value it is.",
        message);
  }

  private static String message(Object command, String words) {
    String[] args = words.split(" ");
    ParameterException e =
        assertThrows(ParameterException.class, () -> new CommandLine(command).parseArgs(args));
    return UsageMessage.of(e, args);
  }
}
