package io.platelake.core.record;

/**
 * The beginning of a tag.
 *
 * @param kind the character after the opening bracket: {@code /}, {@code ?}, {@code !}, or a blank
 *     for a start tag
 * @param name local name, without its namespace prefix; empty when it has none
 */
record XmlTag(char kind, String name) {

  /** The tag at the start of {@code text}, which begins with the opening bracket. */
  static XmlTag of(String text) {
    char first = text.length() > 1 ? text.charAt(1) : '!';
    boolean start = "/?!".indexOf(first) < 0;
    int from = Math.min(start ? 1 : 2, text.length());
    int to = from;
    while (to < text.length() && isNamePart(text.charAt(to))) {
      to++;
    }
    String name = text.substring(from, to);
    return new XmlTag(start ? ' ' : first, name.substring(name.indexOf(':') + 1));
  }

  boolean isStart() {
    return kind == ' ';
  }

  boolean isEnd() {
    return kind == '/';
  }

  /** {@code <?xml …?>}, with which a document starts and no record goes on. */
  boolean isDeclaration() {
    return kind == '?' && name.equals("xml");
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  }
}
