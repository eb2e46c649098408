package io.platelake.core.record;

/**
 * The line in front of a document in a stream of events: {@code
 * Code=TrafficJunction;action=Pulse;index=0;data={}, the document going on over the next lines.
 */
public final class EventLine {
  private static final String START = "Code=";
  private static final String DATA = ";data=";

  private EventLine() {}

  /** Where in the part the document starts, 0 without such a line; -1 when the event has none. */
  public static int documentStart(String part) {
    if (!part.stripLeading().startsWith(START)) {
      return 0;
    }
    int lineEnd = part.indexOf('\n', part.indexOf(START));
    int data = part.indexOf(DATA);
    return data < 0 || lineEnd >= 0 && data > lineEnd ? -1 : data + DATA.length();
  }

  /** A part that only says that the stream is still there. */
  public static boolean isKeepAlive(String part) {
    return part.isBlank() || part.strip().equals("Heartbeat");
  }
}
