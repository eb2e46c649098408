package io.platelake.core.register;

import io.platelake.core.yaml.InvalidRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the value of a field is, and its one spelling. */
public enum FieldType {
  /** A login of one person or service; lower case, and never a generic name. */
  ACCOUNT,
  /** An id or number without blanks. */
  ID,
  /** A text of one line. */
  TEXT,
  /** An instant with its zone, or a UTC date, which is the start of its day. */
  INSTANT,
  FLAG,
  /** An amount of money or another number, with two decimals at most. */
  AMOUNT,
  /** Names between semicolons; kept in order and once each. */
  WORDS,
  /** One of the values of the field. */
  CHOICE;

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_TEXT = 500;
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}]");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern AMOUNT_FORM = Pattern.compile("-?(0|[1-9]\\d{0,11})(\\.\\d{1,2})?");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

  /**
   * The one spelling of a value.
   *
   * @throws InvalidRule with the field's name if it is no such value; it does not quote the value
   */
  String read(RegisterField field, String cell) {
    return switch (this) {
      case ACCOUNT -> account(field.name(), cell);
      case ID -> id(field.name(), cell);
      case TEXT -> text(field.name(), cell);
      case INSTANT -> instant(field.name(), cell).toString();
      case FLAG -> flag(field.name(), cell);
      case AMOUNT -> amount(field.name(), cell);
      case WORDS -> words(field.name(), cell);
      case CHOICE -> field.choice(cell);
    };
  }

  /** An instant, or the start of a UTC date. */
  static Instant instant(String name, String cell) {
    try {
      return cell.length() == 10
          ? LocalDate.parse(cell).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(cell).toInstant();
    } catch (DateTimeParseException e) {
      throw new InvalidRule(
          name,
          "is no date and no instant with a zone",
          "Write 2026-01-31 or 2026-01-31T08:00:00Z");
    }
  }

  private static String account(String name, String cell) {
    String account = id(name, cell).toLowerCase(Locale.ROOT);
    AccountName.findFault(account)
        .ifPresent(
            why -> {
              throw new InvalidRule(name, why, "Give each person an account of his own");
            });
    return account;
  }

  private static String id(String name, String cell) {
    if (cell.length() > LONGEST_ID || BLANK.matcher(cell).find()) {
      throw new InvalidRule(
          name, "is not an id", "Use at most " + LONGEST_ID + " characters without blanks");
    }
    return cell;
  }

  private static String text(String name, String cell) {
    if (cell.length() > LONGEST_TEXT || CONTROL.matcher(cell).find()) {
      throw new InvalidRule(
          name, "is not one short line", "Use at most " + LONGEST_TEXT + " characters");
    }
    return cell;
  }

  private static String flag(String name, String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> "true";
      case "false", "no", "0" -> "false";
      default -> throw new InvalidRule(name, "is not true or false", "Write true or false");
    };
  }

  private static String amount(String name, String cell) {
    if (!AMOUNT_FORM.matcher(cell).matches()) {
      throw new InvalidRule(name, "is no amount", "Write digits, with a point before the cents");
    }
    return cell;
  }

  private static String words(String name, String cell) {
    TreeSet<String> words = new TreeSet<>();
    for (String word : cell.split("[;|]")) {
      String one = word.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
      if (one.isEmpty()) {
        continue;
      }
      if (!NAME.matcher(one).matches()) {
        throw new InvalidRule(
            name, "holds a word that is no name", "Write a to z, digits, _ and -, as one;two");
      }
      words.add(one);
    }
    if (words.isEmpty()) {
      throw new InvalidRule(name, "holds no word", "Write names as one;two");
    }
    return String.join(";", words);
  }
}
