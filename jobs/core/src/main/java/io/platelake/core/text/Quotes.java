package io.platelake.core.text;

/** What a quote means in delimited text. */
public enum Quotes {
  /** A cell in quotes may hold delimiters and line ends; anything else is an error. */
  RFC4180,
  /** A cell in quotes may hold delimiters; a quote that fits nothing is a character. */
  LENIENT,
  /** A quote is a character like any other. */
  NONE
}
